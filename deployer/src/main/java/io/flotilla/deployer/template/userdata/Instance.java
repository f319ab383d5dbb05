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
    /** The parameter with the digest of the gate; only apps that are not built on app-base have one before them. */
    public static final String GATE = "Gate";
    /** What the gate's artifacts are filed under; no app is called so, because of the hyphen. */
    public static final String GATE_ARTIFACT = "flotilla-gate";
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
        parameters.put("Revision", isGated()
                ? new Parameter("The commit that instances run", COMMIT, Optional.empty())
                : new Parameter("The artifact's SHA-256 digest", DIGEST, Optional.empty()));
        if (app.runtime() == Runtime.PYTHON && app.codebase().isPresent()) {
            parameters.put("CodebaseRevision",
                    new Parameter("The codebase's commit that instances run", COMMIT, Optional.empty()));
        }
        if (isGated()) {
            parameters.put(GATE, new Parameter("The gate's SHA-256 digest", DIGEST, Optional.empty()));
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

    /** Where the instance fetches what it runs, named by its digest: the app's artifacts, or the gate's. */
    public Bucket artifacts() {
        var noticeboard = view.environment().noticeboard().flatMap(Bucket::of)
                .orElseThrow(() -> new InvalidTemplate(("%s is fetched from the environment's noticeboard; "
                        + "give environments.%s.noticeboard an s3://bucket/prefix")
                        .formatted(isGated()
                                ? "the gate before a %s app".formatted(runtime())
                                : "a %s app".formatted(
                                        runtime()),
                                view.environment().name().key())));
        return noticeboard.folder("artifacts").folder(isGated() ? GATE_ARTIFACT : app.name());
    }

    private String runtime() {
        return Runtimes.key(app.runtime());
    }

    /** What the load balancer asks for: whether the process lives, never whether its database does. */
    public String livenessPath() {
        return "/q/health/live";
    }

    /** How long an instance may take until it must be healthy. */
    public int secondsToStart() {
        return isGated() ? 900 : 180;
    }

    /** @throws InvalidTemplate if EC2 would not take it */
    public Value userData() {
        return new Runtimes(view, app, variables, script, secrets(), artifacts(), gitToken()).script()
                .toValue(MOST_BYTES, PARAMETER_BYTES);
    }

    /** Whether the app is not built on app-base, so that a gate has to stand before it. */
    private boolean isGated() {
        return app.runtime() == Runtime.PYTHON || app.runtime() == Runtime.CUSTOM;
    }

    private Optional<Reference> gitToken() {
        return view.catalogue().git().flatMap(git -> git.token())
                .map(token -> Reference.of(token).orElseThrow(() -> new InvalidTemplate(
                        "git.token must be a reference such as ssm:/fleet/git, so that it stays a secret")));
    }
}
