package io.flotilla.deployer.aws.source;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.App.Runtime;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.deployer.aws.client.Asking;
import io.flotilla.deployer.aws.client.Aws;
import io.flotilla.deployer.git.GitHeads;
import io.flotilla.deployer.git.GitHeads.Branch;
import io.flotilla.deployer.platform.PlatformFailure;
import io.flotilla.deployer.platform.stack.Newest;
import io.flotilla.deployer.platform.stack.Revision;
import io.flotilla.deployer.platform.stack.Running;
import io.flotilla.deployer.platform.stack.Sources;
import io.flotilla.deployer.template.userdata.Bucket;
import io.flotilla.deployer.template.userdata.Instance;
import io.flotilla.deployer.template.userdata.Reference;

/**
 * Code in git repositories ({@code python}, {@code custom}) and artifacts in S3 ({@code jvm}, {@code native}). A {@code custom}
 * app without a repository is what its script says: its revision is the script's SHA-1.
 */
public final class AwsSources implements Sources {
    private final EnvironmentView view;
    private final Aws aws;
    private final Function<App, Optional<String>> scripts;
    private final Function<Optional<String>, GitHeads> git;

    /**
     * @param scripts the team's own user data of an app
     * @param git     asks git hosts, with a token if there is one
     */
    public AwsSources(EnvironmentView view, Aws aws, Function<App, Optional<String>> scripts,
            Function<Optional<String>, GitHeads> git) {
        this.view = view;
        this.aws = aws;
        this.scripts = scripts;
        this.git = git;
    }

    @Override
    public Map<String, Newest> newest(Collection<App> apps) {
        var newest = new HashMap<String, Newest>();
        var built = apps.stream().filter(AwsSources::isBuilt).toList();
        if (!built.isEmpty()) {
            var digests = artifacts().newest();
            built.forEach(app -> newest.put(app.name(), Optional.ofNullable(digests.get(app.name()))
                    .map(digest -> Newest.found(Revision.of(digest))).orElseGet(() -> Newest.missing(
                            "nothing was published for it yet; build it, then \"deployer publish %s %s\""
                                    .formatted(view.environment().name().key(), app.name())))));
        }
        newest.putAll(commits(apps.stream().filter(app -> !isBuilt(app)).toList()));
        return newest;
    }

    private Map<String, Newest> commits(List<App> apps) {
        var branches = new ArrayList<Branch>();
        apps.forEach(app -> {
            branch(app).ifPresent(branches::add);
            codebase(app).ifPresent(branches::add);
        });
        var heads = branches.isEmpty() ? Map.<Branch, GitHeads.Head>of() : git.apply(token()).of(branches);
        var newest = new HashMap<String, Newest>();
        for (var app : apps) {
            newest.put(app.name(), branch(app).map(branch -> newest(app, heads, branch))
                    .orElseGet(() -> scripts.apply(app).map(script -> Newest.found(Revision.of(sha1(script))))
                            .orElse(Newest.missing("apps.%s has neither a branch of a repo nor user_data"
                                    .formatted(app.name())))));
        }
        return newest;
    }

    private Newest newest(App app, Map<Branch, GitHeads.Head> heads, Branch branch) {
        var code = heads.get(branch);
        var codebase = codebase(app).map(heads::get);
        if (code.commit().isEmpty() || codebase.filter(head -> head.commit().isEmpty()).isPresent()) {
            return Newest.missing(code.commit().isEmpty() ? code.problem() : codebase.get().problem());
        }
        return Newest.found(new Revision(code.commit().get(), codebase.flatMap(GitHeads.Head::commit)));
    }

    private Optional<Branch> branch(App app) {
        return app.repo().flatMap(repo -> view.berth(app).branch().map(branch -> new Branch(url(repo), branch)));
    }

    private Optional<Branch> codebase(App app) {
        return app.codebase().filter(any -> app.runtime() == Runtime.PYTHON)
                .map(codebase -> new Branch(url(codebase.repo()), codebase.branch()));
    }

    private String url(String repository) {
        return view.catalogue().git().map(git -> "https://%s/%s/%s.git".formatted(git.host(), git.org(), repository))
                .orElseThrow(() -> new PlatformFailure.Final("the repository " + repository,
                        "the catalogue does not say where it is; add git: { host, org }", null));
    }

    private Optional<String> token() {
        return view.catalogue().git().flatMap(git -> git.token()).flatMap(Reference::of)
                .map(reference -> Asking.ask("ssm:GetParameter", reference.path(), () -> aws.ssm()
                        .getParameter(request -> request.name(reference.path()).withDecryption(true)).parameter()
                        .value()));
    }

    @Override
    public Revision publish(App app, Path artifact) {
        return Revision.of(artifacts().publish(app.name(), artifact));
    }

    @Override
    public Revision publishGate(Path artifact) {
        return Revision.of(artifacts().publish(Instance.GATE_ARTIFACT, artifact));
    }

    /** The digest of the gate that was published last; asks AWS each time. */
    public Optional<String> gate() {
        return Optional.ofNullable(artifacts().newest().get(Instance.GATE_ARTIFACT));
    }

    @Override
    public List<Running> running() {
        return new RunningInstances(view, aws).read();
    }

    private Artifacts artifacts() {
        return new Artifacts(aws, view.environment().noticeboard().flatMap(Bucket::of)
                .orElseThrow(() -> new PlatformFailure.Final("the artifacts",
                        "environments.%s.noticeboard has to be an s3://bucket/prefix for jvm and native apps"
                                .formatted(view.environment().name().key()),
                        null))
                .folder("artifacts"));
    }

    private static boolean isBuilt(App app) {
        return app.runtime() == Runtime.JVM || app.runtime() == Runtime.NATIVE;
    }

    private static String sha1(String script) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1")
                    .digest(script.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-1", impossible);
        }
    }
}
