package io.flotilla.deployer.aws;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.base.noticeboard.Noticeboard;
import io.flotilla.base.noticeboard.S3Noticeboard;
import io.flotilla.deployer.aws.client.Asking;
import io.flotilla.deployer.aws.client.Aws;
import io.flotilla.deployer.aws.client.Lazy;
import io.flotilla.deployer.aws.client.Pause;
import io.flotilla.deployer.aws.identity.CognitoClient;
import io.flotilla.deployer.aws.instance.AwsPorts;
import io.flotilla.deployer.aws.secret.AppSecrets;
import io.flotilla.deployer.aws.source.AwsSources;
import io.flotilla.deployer.aws.stack.AwsStacks;
import io.flotilla.deployer.aws.stack.Images;
import io.flotilla.deployer.git.GitHeads;
import io.flotilla.deployer.platform.Finding;
import io.flotilla.deployer.platform.Platform;
import io.flotilla.deployer.platform.PlatformFailure;
import io.flotilla.deployer.platform.Ports;
import io.flotilla.deployer.platform.identity.SignInClient;
import io.flotilla.deployer.platform.stack.Sources;
import io.flotilla.deployer.platform.stack.Stacks;

/** An environment on AWS. Before anything else it makes sure that it speaks to the fleet's own account. */
public final class AwsPlatform implements Platform {
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final EnvironmentView view;
    private final Aws aws;
    private final Images images;
    private final AwsStacks stacks;
    private final AwsSources sources;
    private final Lazy<Noticeboard> noticeboard;

    /**
     * @param catalogue the catalogue's file, which scripts are beside
     * @param aws       the environment's region; closed with this
     * @param git       asks git hosts, with a token if there is one
     */
    public AwsPlatform(EnvironmentView view, Path catalogue, Aws aws, Pause pause, InstantSource clock,
            Function<Optional<String>, GitHeads> git) {
        this.view = view;
        this.aws = aws;
        Function<App, Optional<String>> scripts = app -> script(catalogue, app);
        this.images = new Images(aws, view);
        this.sources = new AwsSources(view, aws, scripts, git);
        this.stacks = new AwsStacks(view, aws, images, scripts, sources::gate, pause, clock);
        this.noticeboard = new Lazy<>(() -> board(catalogue));
    }

    /**
     * Opens it with the credentials that the AWS command line would use.
     *
     * @throws PlatformFailure if there are none, or if they belong to another account than the catalogue's
     */
    public static AwsPlatform open(EnvironmentView view, Path catalogue) {
        var platform = new AwsPlatform(view, catalogue, Aws.in(view.environment().region().orElseThrow()), Pause.SLEEP,
                InstantSource.system(), GitHeads::new);
        try {
            platform.guard();
            return platform;
        } catch (PlatformFailure refused) {
            platform.close();
            throw refused;
        }
    }

    /** @throws PlatformFailure.Final if the credentials belong to another account than the catalogue's */
    public void guard() {
        var account = view.catalogue().account();
        var asked = account.map(any -> account());
        if (!account.equals(asked)) {
            throw new PlatformFailure.Final("the account",
                    "the fleet %s belongs to the account %s, and these credentials to %s; nothing was done. Name the right profile by AWS_PROFILE"
                            .formatted(view.catalogue().fleet(), account.orElseThrow(), asked.orElseThrow()),
                    null);
        }
    }

    private String account() {
        return Asking.ask("sts:GetCallerIdentity", "the account", () -> aws.sts().getCallerIdentity().account());
    }

    @Override
    public Ports ports(App app) {
        return AwsPorts.of(view, app, aws);
    }

    @Override
    public Stacks stacks() {
        return stacks;
    }

    @Override
    public Sources sources() {
        return sources;
    }

    @Override
    public void introduce(Collection<App> apps) {
        stacks.mendSecrets();
        new AppSecrets(view, aws, new SecureRandom()).introduce(apps, noticeboard());
    }

    @Override
    public SignInClient signIn() {
        return CognitoClient.of(view, aws);
    }

    @Override
    public List<Finding> examine() {
        return new Doctor(view, aws, images, sources, this::noticeboard).examine();
    }

    @Override
    public Noticeboard noticeboard() {
        return noticeboard.get();
    }

    private Noticeboard board(Path catalogue) {
        var place = view.environment().noticeboard().filter(name -> name.startsWith("s3:"))
                .orElseThrow(() -> new PlatformFailure.Final("the noticeboard",
                        "environments.%s.noticeboard has to be an s3://bucket/prefix".formatted(view.environment()
                                .name().key()),
                        null));
        var location = URI.create(place);
        return new S3Noticeboard(aws.s3(), location.getHost(), location.getPath().replaceAll("^/|/$", ""), ANSWER);
    }

    private static Optional<String> script(Path catalogue, App app) {
        return app.userData().map(name -> {
            var file = catalogue.toAbsolutePath().resolveSibling(name);
            try {
                return Files.readString(file);
            } catch (IOException unreadable) {
                throw new PlatformFailure.Final("apps.%s.user_data".formatted(app.name()),
                        "cannot read %s as UTF-8 text; check the path, which is relative to %s".formatted(file,
                                catalogue),
                        unreadable);
            }
        });
    }

    @Override
    public void close() {
        aws.close();
    }
}
