package io.flotilla.deployer.command.stacks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import io.flotilla.base.catalogue.App;
import io.flotilla.deployer.environment.Platforms;
import io.flotilla.deployer.platform.Platform;
import io.flotilla.deployer.platform.stack.Revision;
import io.flotilla.deployer.terminal.ExitCode;
import io.flotilla.deployer.terminal.Failure;
import io.flotilla.deployer.terminal.FleetOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "publish", description = PublishCommand.DESCRIPTION)
public final class PublishCommand implements Callable<Integer> {
    static final String DESCRIPTION = "Leaves what was built where instances fetch it: the artifacts of jvm and native apps, the gate; the "
            + "next apply brings them.";

    @Spec
    CommandSpec spec;
    @Mixin
    FleetOption fleet;
    @Mixin
    EnvironmentOption environment;
    @Option(names = "--gate", paramLabel = "BUILD", description = "What the build of app-base left behind: its quarkus-app "
            + "folder, or its native binary. It stands before python and custom apps.")
    Path gate;
    @Parameters(index = "1..*", paramLabel = "APP", description = "An app that has an artifact; without any, all that do.")
    List<String> apps = new ArrayList<>();

    @Override
    public Integer call() {
        var view = environment.view(fleet);
        var named = environment.named(view, apps);
        var meant = view.apps().stream().filter(app -> named.isEmpty()
                ? gate == null && app.artifact().isPresent()
                : named.contains(app.name())).toList();
        // All of them are looked for before the first is sent.
        meant.forEach(this::artifact);
        if (gate != null) {
            present("--gate", gate);
        }
        return Refusal.explained(() -> {
            try (var platform = Platforms.open(view, fleet.file())) {
                meant.forEach(app -> publish(platform, app));
                if (gate != null) {
                    tell("the gate", platform.sources().publishGate(gate));
                }
                return ExitCode.DONE;
            }
        });
    }

    private Path artifact(App app) {
        var file = fleet.beside(app.artifact().orElseThrow(() -> new Failure(
                "apps.%s has no artifact; only what a build leaves behind is published".formatted(app.name()))));
        return present("apps.%s.artifact".formatted(app.name()), file);
    }

    private static Path present(String what, Path artifact) {
        if (!Files.isRegularFile(artifact) && !Files.isRegularFile(artifact.resolve("quarkus-run.jar"))) {
            throw new Failure(
                    "%s: %s is neither a file nor the folder of a fast-jar; build it first. Nothing was published"
                            .formatted(what, artifact));
        }
        return artifact;
    }

    private void publish(Platform platform, App app) {
        tell(app.name(), platform.sources().publish(app, artifact(app)));
    }

    private void tell(String what, Revision revision) {
        spec.commandLine().getOut().println("published %s as %s".formatted(what, revision));
    }
}
