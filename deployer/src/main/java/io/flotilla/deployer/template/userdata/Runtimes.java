package io.flotilla.deployer.template.userdata;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.App.Runtime;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.deployer.template.InvalidTemplate;
import io.flotilla.deployer.template.Value.Ref;

/** Puts a runtime's script together: first what is known of the app, as variables; then fixed parts that use them. */
record Runtimes(
        EnvironmentView view,
        App app,
        Variables variables,
        Optional<String> teamScript,
        Reference secrets,
        Bucket artifacts,
        Optional<Reference> gitToken) {

    private static final String TEAM_SCRIPT = "/opt/flotilla/user-data";
    private static final String LOOPBACK = "127.0.0.1";
    /** Where Dash listens unless told otherwise. */
    private static final String PORT_BEHIND_THE_GATE = "8050";
    /** What speaks to the load balancer: the program, or the gate before it. */
    private static final Map<String, String> ADDRESS = Map.of("QUARKUS_HTTP_HOST", "0.0.0.0", "QUARKUS_HTTP_PORT",
            "" + Instance.PORT, "QUARKUS_MANAGEMENT_HOST", LOOPBACK);
    private static final Map<String, String> GATE_SETTINGS = Stream.concat(ADDRESS.entrySet().stream(), Map
            .of("FLOTILLA_GATE_UPSTREAM", "http://%s:%s".formatted(LOOPBACK, PORT_BEHIND_THE_GATE)).entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /** The address that the program shall listen on, as its runtime reads it. */
    static Map<String, String> address(Runtime runtime) {
        return switch (runtime) {
            case JVM, NATIVE -> ADDRESS;
            case PYTHON, CUSTOM -> Map.of("HOST", LOOPBACK, "PORT", PORT_BEHIND_THE_GATE);
        };
    }

    static String key(Runtime runtime) {
        return runtime.name().toLowerCase(Locale.ROOT);
    }

    Script script() {
        var script = new Script().part("prologue.sh");
        facts(script);
        return switch (app.runtime()) {
            case PYTHON -> started(gate(python(script)));
            case JVM, NATIVE -> started(artifact(script));
            case CUSTOM -> custom(script);
        };
    }

    private void facts(Script script) {
        script.set("revision", new Ref("Revision"));
        script.set("region", new Ref("AWS::Region"));
        script.set("secrets",
                secrets.path());
        script.set("settings", variables.values());
        var references = new TreeMap<String, String>();
        variables.references().forEach((name, reference) -> references.put(name, reference.path()));
        script.set("references", references);
    }

    private Script python(Script script) {
        var home = view.environment().home();
        script.set("home", home);
        script.set("directory", home + "/" + required(app.appDir(), "app_dir"));
        script.set("repository", url(required(app.repo(), "repo")));
        script.set("branch", required(view.berth(app).branch(), view.environment().name().key() + ".branch"));
        script.set("conda_environment", required(app.condaEnv(), "conda_env"));
        script.set("git_token", gitToken.map(Reference::path).orElse(""));
        app.codebase().ifPresent(codebase -> {
            script.set("codebase_repository", url(codebase.repo()));
            script.set("codebase_branch", codebase.branch());
            script.set("codebase_revision", new Ref("CodebaseRevision"));
            script.set("codebase_directory", home + "/" + codebase.repo());
        });
        script.part("functions.sh").part("python.sh");
        app.codebase().ifPresent(codebase -> script.part("codebase.sh"));
        return script.part("python-app.sh").part("service.sh").part("app.sh");
    }

    private Script artifact(Script script) {
        return script.set("artifacts", artifacts.location()).part("functions.sh").part("fetch.sh")
                .part("artifact.sh").part("service.sh").part("app.sh");
    }

    /** The team's script starts the app by itself; then comes what every app of the fleet has before it. */
    private Script custom(Script script) {
        script.part("functions.sh").part("service.sh");
        return ownPart(gate(script), required(teamScript, "user_data")).part("start.sh");
    }

    private Script gate(Script script) {
        script.set("gates", artifacts.location());
        script.set("gate", new Ref(Instance.GATE));
        script.set("gate_settings", new TreeMap<>(GATE_SETTINGS));
        return script.part("fetch.sh").part("gate.sh");
    }

    /** The team's part comes before the start: what it prepares is there, and its failure keeps the app down. */
    private Script started(Script script) {
        teamScript.ifPresent(team -> ownPart(script, team));
        return script.part("start.sh");
    }

    private static Script ownPart(Script script, String team) {
        if (!team.startsWith("#!")) {
            throw new InvalidTemplate("user_data must be a script that begins with #!, such as #!/bin/bash");
        }
        return script.file(TEAM_SCRIPT, team).part("custom.sh");
    }

    private String url(String repository) {
        var git = view.catalogue().git().orElseThrow(() -> new InvalidTemplate(
                "its repository cannot be found; say where the fleet's repositories are under git: { host, org }"));
        return "https://%s/%s/%s.git".formatted(git.host(), git.org(), repository);
    }

    private String required(Optional<String> value, String key) {
        return value.orElseThrow(() -> new InvalidTemplate(
                "%s is missing; a %s app needs it".formatted(key, key(app.runtime()))));
    }
}
