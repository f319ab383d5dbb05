package io.flotilla.deployer.command.stacks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import io.flotilla.base.catalogue.App;
import io.flotilla.deployer.environment.Platforms;
import io.flotilla.deployer.platform.Platform;
import io.flotilla.deployer.terminal.ExitCode;
import io.flotilla.deployer.terminal.Failure;
import io.flotilla.deployer.terminal.FleetOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "publish", description = PublishCommand.DESCRIPTION)
public final class PublishCommand implements Callable<Integer> {
    static final String DESCRIPTION = "Leaves the artifacts of jvm and native apps where their instances fetch them; the "
            + "next apply brings them.";

    @Spec
    CommandSpec spec;
    @Mixin
    FleetOption fleet;
    @Mixin
    EnvironmentOption environment;
    @Parameters(index = "1..*", paramLabel = "APP", description = "An app that has an artifact; without any, all that do.")
    List<String> apps = new ArrayList<>();

    @Override
    public Integer call() {
        var view = environment.view(fleet);
        var named = environment.named(view, apps);
        var meant = view.apps().stream()
                .filter(app -> named.isEmpty() ? app.artifact().isPresent() : named.contains(app.name())).toList();
        meant.forEach(this::artifact);
        return Refusal.explained(() -> {
            try (var platform = Platforms.open(view, fleet.file())) {
                meant.forEach(app -> publish(platform, app));
                return ExitCode.DONE;
            }
        });
    }

    /** All of them are looked for before the first is sent. */
    private Path artifact(App app) {
        var file = fleet.beside(app.artifact().orElseThrow(() -> new Failure(
                "apps.%s has no artifact; only what a build leaves behind is published".formatted(app.name()))));
        if (!Files.isRegularFile(file)) {
            throw new Failure("apps.%s.artifact: there is no file %s; build it first. Nothing was published"
                    .formatted(app.name(), file));
        }
        return file;
    }

    private void publish(Platform platform, App app) {
        var revision = platform.sources().publish(app, artifact(app));
        spec.commandLine().getOut().println("published %s as %s".formatted(app.name(), revision));
    }
}
