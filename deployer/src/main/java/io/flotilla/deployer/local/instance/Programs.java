package io.flotilla.deployer.local.instance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.base.catalogue.Settings;
import io.flotilla.deployer.local.process.FreePorts;
import io.flotilla.deployer.local.process.Program;
import io.flotilla.deployer.terminal.Failure;

/** Makes programs of apps: the catalogue's settings, and what this machine gives in the place of AWS. */
public final class Programs {
    /** An app-base program of this kind receives the fleet's mails. */
    private static final Map.Entry<String, String> MAILBOX = Map.entry("FLOTILLA_SAMPLE", "mailbox");
    /** A dashboard is small; seven of them fit in half of what a laptop has to spare. */
    private static final List<String> JVM = List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final EnvironmentView view;
    private final Path base;
    private final StateFolder state;
    private final FreePorts ports;
    private final int smtpPort;

    /** @param base the folder that paths in the catalogue are relative to */
    public Programs(EnvironmentView view, Path base, StateFolder state, FreePorts ports) {
        this.view = view;
        this.base = base;
        this.state = state;
        this.ports = ports;
        this.smtpPort = ports.next();
    }

    /** A process of the app on a loopback port of its own, a new one each time. */
    record Placed(Program program, int port) {}

    /** @throws Failure if this machine cannot run it; the message says which key of the catalogue to change */
    Placed place(App app) {
        var port = ports.next();
        return new Placed(
                new Program(app.name(), command(app), settings(app, port), state.root(), log(app)), port);
    }

    /** Whether the app shows the mails that the fleet sends. */
    public static boolean isMailbox(App app) {
        return MAILBOX.getValue().equals(app.variables().get(MAILBOX.getKey()));
    }

    Path log(App app) {
        return state.log(app.name());
    }

    private List<String> command(App app) {
        var artifact = artifact(app);
        return switch (app.runtime()) {
            case NATIVE -> List.of(artifact.toString());
            case JVM -> {
                var command = new ArrayList<String>();
                command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
                command.addAll(JVM);
                command.add("-Djava.io.tmpdir=" + state.temporary());
                command.addAll(List.of("-jar", artifact.toString()));
                yield command;
            }
            case PYTHON, CUSTOM -> throw new Failure(
                    "apps.%s.runtime: %s cannot run on this machine; leave its `%s:` out".formatted(app.name(),
                            app.runtime().name().toLowerCase(Locale.ROOT), view.environment().name().key()));
        };
    }

    private Path artifact(App app) {
        var named = app.artifact().orElseThrow(() -> new Failure(
                "apps.%s.artifact: missing; name the jar or binary to run".formatted(app.name())));
        var file = base.resolve(named).normalize();
        if (!Files.isRegularFile(file)) {
            throw new Failure("apps.%s.artifact: there is no %s; build it: ./mvnw package -DskipTests"
                    .formatted(app.name(), file));
        }
        return file;
    }

    private SortedMap<String, String> settings(App app, int port) {
        var settings = Settings.of(view, app);
        settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        settings.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        settings.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(ports.next()));
        settings.put("FLOTILLA_IDENTITY_SESSION_KEY", state.key("app-" + app.name()));
        app.role().ifPresent(role -> {
            settings.put("FLOTILLA_FLEET_KEY", state.key("fleet"));
            settings.put("FLOTILLA_NOTICEBOARD", state.noticeboard().toString());
            settings.putIfAbsent("FLOTILLA_DATABASE", "sqlite:" + state.database(app.name()));
            if (view.apps().stream().anyMatch(Programs::isMailbox)) {
                settings.put("FLOTILLA_SMTP", "smtp://127.0.0.1:" + smtpPort);
            }
        });
        if (isMailbox(app)) {
            settings.put("FLOTILLA_MAILBOX_PORT", Integer.toString(smtpPort));
            settings.put("FLOTILLA_MAILBOX_FOLDER", state.folder("mailbox").toString());
        }
        refuseReferences(app, settings);
        return settings;
    }

    private static void refuseReferences(App app, SortedMap<String, String> settings) {
        settings.forEach((name, value) -> {
            if (value.startsWith("ssm:")) {
                throw new Failure("%s of %s is %s, which only AWS can tell; give the environment one of its own"
                        .formatted(name, app.name(), value));
            }
        });
    }
}
