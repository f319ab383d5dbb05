package io.flotilla.deployer.local.instance;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.EnvironmentView;

/** The sign-in that stands in for Amazon Cognito on one machine: app-base's own program, under a path of the gateway. */
public final class LocalIdentity {
    private static final String PATH = "/identity/";

    private LocalIdentity() {}

    /**
     * The identity as one more app; empty if the environment has an issuer elsewhere.
     *
     * @param artifact app-base's own program
     * @param people   the file with those who may sign in
     * @param folder   where it keeps its signing key, so that a restart signs nobody out
     */
    public static Optional<App> of(EnvironmentView view, Path artifact, Path people, Path folder) {
        var environment = view.environment();
        return Optional.of(environment.identity().issuer())
                .filter(issuer -> (issuer + "/").equals(environment.origin() + PATH))
                .map(issuer -> new App("Identity", "Sign-in", "Who are you?", Optional.empty(), List.of(), Set.of(),
                        Optional.empty(), App.Runtime.JVM, Optional.empty(), Optional.empty(), Optional.empty(),
                        Optional.empty(), Optional.empty(), Optional.of(artifact.toString()),
                        Map.of("FLOTILLA_SAMPLE", "identity", "FLOTILLA_LOCAL_PEOPLE", people.toString(),
                                "FLOTILLA_LOCAL_FOLDER",
                                folder.toString()),
                        PATH,
                        List.of(), false, new App.Health(PATH + "q/health/ready", 200, 299),
                        Map.of(environment.name(),
                                new App.Berth(Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty(),
                                        1))));
    }
}
