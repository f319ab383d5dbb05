package io.flotilla.deployer.local.instance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.base.noticeboard.FolderNoticeboard;
import io.flotilla.deployer.local.process.FreePorts;
import io.flotilla.deployer.local.process.Program;
import io.flotilla.deployer.terminal.Failure;

/** Makes programs of launch versions: their settings, and what this machine gives in the place of AWS. */
public final class Programs {
    /** An app-base program of this kind receives the fleet's mails. */
    private static final Map.Entry<String, String> MAILBOX = Map.entry("FLOTILLA_SAMPLE", "mailbox");
    /** A dashboard is small; seven of them fit in half of what a laptop has to spare. */
    private static final List<String> JVM = List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    /** A native dashboard takes a tenth of it. */
    private static final int DATA_KILOBYTES = 512 * 1024;

    private final EnvironmentView view;
    private final StateFolder state;
    private final FreePorts ports;
    private final Optional<Path> people;
    private final PortalTokens tokens;
    private final Supplier<Path> gate;
    private final int smtpPort;

    /**
     * @param people those whom this machine's own sign-in knows; empty if people sign in elsewhere
     * @param gate   app-base's own program, for apps that are not built on it
     */
    public Programs(EnvironmentView view, StateFolder state, FreePorts ports, Optional<Path> people,
            Supplier<Path> gate) {
        this.view = view;
        this.state = state;
        this.ports = ports;
        this.people = people;
        this.gate = gate;
        this.tokens = new PortalTokens(state, new FolderNoticeboard(state.noticeboard()));
        this.smtpPort = ports.next();
    }

    /** A process of an app on a loopback port of its own, a new one each time. */
    public record Placed(Program program, int port) {}

    /** @throws Failure if this machine cannot run it; the message says which key of the catalogue to change */
    public Placed place(LaunchVersion version, String instance) {
        var port = ports.next();
        return new Placed(new Program(instance, command(version), settings(version, port), state.root(),
                log(instance)), port);
    }

    /** Whether the app shows the mails that the fleet sends. */
    public static boolean isMailbox(App app) {
        return MAILBOX.getValue().equals(app.variables().get(MAILBOX.getKey()));
    }

    /** Where an instance's output goes. */
    public Path log(String instance) {
        return state.log(instance);
    }

    private List<String> command(LaunchVersion version) {
        return switch (version.runtime()) {
            case NATIVE -> limited(version.role().equals(Optional.of(App.Role.CONSOLE))
                    ? List.of(version.program(), "console")
                    : List.of(version.program()));
            case JVM -> {
                var command = java(version.program());
                version.role().filter(App.Role.CONSOLE::equals).ifPresent(console -> command.add("console"));
                yield command;
            }
            case PYTHON -> Gated.command(Path.of(version.program()), version.source(), java(gate.get().toString()));
            case CUSTOM -> throw new Failure(
                    "apps.%s.runtime: custom is a script that sets up a machine of its own; leave its `%s:` out"
                            .formatted(version.app(), view.environment().name().key()));
        };
    }

    private List<String> java(String jar) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.add("-Djava.io.tmpdir=" + state.temporary());
        command.addAll(List.of("-jar", jar));
        return command;
    }

    /** A heap of the kernel's making, where there is no other: what a program may write to of its own. */
    private static List<String> limited(List<String> command) {
        var whole = new ArrayList<>(
                List.of("/bin/sh", "-c", "ulimit -d %d; exec \"$@\"".formatted(DATA_KILOBYTES), "sh"));
        whole.addAll(command);
        return whole;
    }

    private SortedMap<String, String> settings(LaunchVersion version, int port) {
        var settings = new TreeMap<>(version.settings());
        settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        settings.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        settings.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(ports.next()));
        if (version.runtime() == App.Runtime.PYTHON) {
            var behind = Integer.toString(ports.next());
            settings.putAll(Map.of("HOST", "127.0.0.1", "PORT", behind, "FLOTILLA_GATE_UPSTREAM",
                    "http://127.0.0.1:" + behind, "PYTHONUNBUFFERED", "1", "PYTHONDONTWRITEBYTECODE", "1"));
        }
        settings.put("FLOTILLA_IDENTITY_SESSION_KEY", state.key("app-" + version.app()));
        version.role().ifPresent(role -> {
            settings.put("FLOTILLA_FLEET_KEY", state.key("fleet"));
            settings.put("FLOTILLA_NOTICEBOARD", state.noticeboard().toString());
            if (role == App.Role.CONSOLE) {
                settings.put("FLOTILLA_CONSOLE_CATALOGUE", state.catalogue().toString());
                settings.put("FLOTILLA_LOCAL_STATE", state.root().toString());
            }
            settings.putIfAbsent("FLOTILLA_DATABASE", "sqlite:" + state.database(version.app()));
            if (view.apps().stream().anyMatch(Programs::isMailbox)) {
                settings.put("FLOTILLA_SMTP", "smtp://127.0.0.1:" + smtpPort);
            }
        });
        if (MAILBOX.getValue().equals(settings.get(MAILBOX.getKey()))) {
            settings.put("FLOTILLA_MAILBOX_PORT", Integer.toString(smtpPort));
            settings.put("FLOTILLA_MAILBOX_FOLDER", state.folder("mailbox").toString());
        }
        people.ifPresent(file -> letThePortalSayWhoMayOpen(version, settings, file));
        refuseReferences(version.app(), settings);
        return settings;
    }

    /** The portal has to know people's groups for that, and of those who sign in elsewhere it knows none. */
    private void letThePortalSayWhoMayOpen(LaunchVersion version, SortedMap<String, String> settings, Path file) {
        version.role().filter(App.Role.PORTAL::equals)
                .ifPresent(portal -> settings.put("FLOTILLA_LOCAL_PEOPLE", file.toString()));
        tokens.handOut(version).ifPresent(token -> {
            settings.put("FLOTILLA_PORTAL_TOKEN", token);
            settings.put("FLOTILLA_ACCESS_FOLDER", state.folder("access").toString());
        });
    }

    private static void refuseReferences(String app, SortedMap<String, String> settings) {
        settings.forEach((name, value) -> {
            if (value.startsWith("ssm:")) {
                throw new Failure("%s of %s is %s, which only AWS can tell; give the environment one of its own"
                        .formatted(name, app, value));
            }
        });
    }
}
