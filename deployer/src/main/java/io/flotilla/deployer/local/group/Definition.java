package io.flotilla.deployer.local.group;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.base.catalogue.Settings;
import io.flotilla.deployer.local.targets.HealthPolicy;
import io.flotilla.deployer.terminal.Failure;

/**
 * What the catalogue says of an app on this machine, as a value: its stack, so to speak.
 *
 * @param priority  of its rule at the gateway
 * @param policy    how its targets are checked
 * @param instances how many serve it
 * @param runtime   how they are run
 * @param artifact  what they run, as the last build has left it; a Python app's folder
 * @param settings  their environment variables, without those that this machine adds when one is started
 * @param role      which of Flotilla's own programs it is, if it is one
 */
public record Definition(String app, String title, String urlPath, int priority, HealthPolicy policy, int instances,
        App.Runtime runtime, Optional<Path> artifact, SortedMap<String, String> settings, Optional<App.Role> role) {
    /** After every priority that a catalogue may give. */
    private static final int LAST = 50_001;

    /**
     * @param base  the folder that paths in the catalogue are relative to
     * @param drain how long a target drains
     */
    public static Definition of(EnvironmentView view, App app, Path base, Duration drain) {
        var berth = view.berth(app);
        return new Definition(app.name(), app.title(), app.urlPath(), berth.priority().orElse(LAST),
                policy(app, drain), berth.instances(), app.runtime(),
                app.artifact().map(named -> base.resolve(named).normalize()).or(() -> checkout(view, app)),
                settings(view, app, base), app.role());
    }

    /** Where a Python app's repository is checked out, as on an instance: in the home folder. */
    private static Optional<Path> checkout(EnvironmentView view, App app) {
        return app.runtime() == App.Runtime.PYTHON
                ? app.appDir().map(folder -> Path.of(view.environment().home(), folder))
                : Optional.empty();
    }

    /**
     * What is to be run.
     *
     * @throws Failure if it is not there; the message says what to do about it
     */
    public Path source() {
        if (runtime == App.Runtime.PYTHON) {
            var folder = artifact.orElseThrow();
            if (!Files.isRegularFile(folder.resolve("app.py"))) {
                throw new Failure(
                        ("apps.%s: there is no %s; check the repository out there, or name its folder by artifact,"
                                + " relative to the catalogue").formatted(app, folder.resolve("app.py")));
            }
            return folder;
        }
        var file = artifact.orElseThrow(() -> new Failure(
                "apps.%s.artifact: missing; name the jar or binary to run".formatted(app)));
        if (!Files.isRegularFile(file)) {
            throw new Failure("apps.%s.artifact: there is no %s; build it: ./mvnw package -DskipTests".formatted(app,
                    file));
        }
        return file;
    }

    /** The portal's directory begins with the people of this machine's sign-in. */
    private static SortedMap<String, String> settings(EnvironmentView view, App app, Path base) {
        var settings = Settings.of(view, app);
        if (app.role().equals(Optional.of(App.Role.PORTAL))) {
            view.environment().people().ifPresent(
                    people -> settings.put("FLOTILLA_LOCAL_PEOPLE", base.resolve(people).normalize().toString()));
        }
        return settings;
    }

    /** As the template has it: liveness for our own runtimes, so that a database's outage ends no instance. */
    private static HealthPolicy policy(App app, Duration drain) {
        return switch (app.runtime()) {
            case JVM, NATIVE, PYTHON -> HealthPolicy.of("/q/health/live", 200, 200, drain); // a Python app has the gate's
            case CUSTOM -> HealthPolicy.of(app.health().path(), app.health().statusFrom(),
                    app.health().statusTo(), drain);
        };
    }
}
