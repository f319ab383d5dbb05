package io.flotilla.deployer.template.userdata;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.App.Runtime;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.deployer.template.InvalidTemplate;
import io.flotilla.deployer.template.Parameter;
import io.flotilla.deployer.template.Value;

/** What an app's instance does from its first start: the user data, and what the user data relies on. */
public final class Instance {
    /** The one port that the load balancer speaks to: the program's own, or that of the gate before it. */
    public static final int PORT = 8080;
    /** Bytes of user data that EC2 takes, before they are encoded (EC2 user guide, "Run commands at launch"). */
    private static final int MOST_BYTES = 16_384;
    /** The longest thing a parameter can be here: a SHA-256 digest. */
    private static final int PARAMETER_BYTES = 64;
    private static final String COMMIT = "[0-9a-f]{40}";
    private static final String DIGEST = "[0-9a-f]{64}";

    private final EnvironmentView view;
    private final App app;
    private final Variables variables;
    private final Optional<String> script;

    /**
     * @param settings what the app is told, by variable name; an {@code ssm:} value is fetched by the instance
     * @param script   the team's own user data
     */
    public Instance(EnvironmentView view, App app, SortedMap<String, String> settings, Optional<String> script) {
        this.view = view;
        this.app = app;
        var all = new TreeMap<>(settings);
        all.putAll(Runtimes.address(app.runtime()));
        this.variables = Variables.of(all);
        this.script = script;
    }

    /** The parameters that the user data refers to. */
    public Map<String, Parameter> parameters() {
        var parameters = new LinkedHashMap<String, Parameter>();
        parameters.put("Revision", fetchesArtifact()
                ? new Parameter("The artifact's SHA-256 digest", DIGEST, Optional.empty())
                : new Parameter("The commit that instances run", COMMIT, Optional.empty()));
        if (app.runtime() == Runtime.PYTHON && app.codebase().isPresent()) {
            parameters.put("CodebaseRevision",
                    new Parameter("The codebase's commit that instances run", COMMIT, Optional.empty()));
        }
        return parameters;
    }

    /** The folder of Parameter Store whose parameters the app gets as environment variables of their names. */
    public Reference secrets() {
        return new Reference(
                "/%s/%s/%s".formatted(view.catalogue().fleet(), view.environment().name().key(), app.name()));
    }

    /** The parameters of Parameter Store that the instance reads besides the app's own secrets. */
    public Collection<Reference> references() {
        var references = new LinkedHashSet<>(variables.references().values());
        if (app.runtime() == Runtime.PYTHON) {
            gitToken().ifPresent(references::add);
        }
        return Set.copyOf(references).stream().sorted((a, b) -> a.path().compareTo(b.path())).toList();
    }

    /** Where the instance finds the app's artifacts, named by their digests; empty if it runs from source. */
    public Optional<Bucket> artifacts() {
        if (!fetchesArtifact()) {
            return Optional.empty();
        }
        var noticeboard = view.environment().noticeboard().flatMap(Bucket::of)
                .orElseThrow(() -> new InvalidTemplate(("a %s app is fetched from the environment's noticeboard; "
                        + "give environments.%s.noticeboard an s3://bucket/prefix")
                        .formatted(Runtimes.key(app.runtime()), view.environment().name().key())));
        return Optional.of(noticeboard.folder("artifacts").folder(app.name()));
    }

    /** What the load balancer asks for: whether the process lives, never whether its database does. */
    public String livenessPath() {
        return fetchesArtifact() ? "/q/health/live" : app.health().path();
    }

    /** The answers that mean it lives, as a target group's matcher writes them. */
    public String livenessStatus() {
        return fetchesArtifact() ? "200" : app.health().statusFrom() + "-" + app.health().statusTo();
    }

    /** How long an instance may take until it must be healthy. */
    public int secondsToStart() {
        return fetchesArtifact() ? 180 : 900;
    }

    /** @throws InvalidTemplate if EC2 would not take it */
    public Value userData() {
        return new Runtimes(view, app, variables, script, secrets(), artifacts(), gitToken()).script()
                .toValue(MOST_BYTES, PARAMETER_BYTES);
    }

    private boolean fetchesArtifact() {
        return app.runtime() == Runtime.JVM || app.runtime() == Runtime.NATIVE;
    }

    private Optional<Reference> gitToken() {
        return view.catalogue().git().flatMap(git -> git.token())
                .map(token -> Reference.of(token).orElseThrow(() -> new InvalidTemplate(
                        "git.token must be a reference such as ssm:/fleet/git, so that it stays a secret")));
    }
}
