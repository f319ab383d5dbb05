package io.flotilla.deployer.command.stacks;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.deployer.environment.Platforms;
import io.flotilla.deployer.parallel.InParallel;
import io.flotilla.deployer.platform.Platform;
import io.flotilla.deployer.platform.PlatformFailure;
import io.flotilla.deployer.platform.stack.Stack;
import io.flotilla.deployer.terminal.ExitCode;
import io.flotilla.deployer.terminal.Failure;
import io.flotilla.deployer.terminal.FleetOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "destroy", description = DestroyCommand.DESCRIPTION)
public final class DestroyCommand implements Callable<Integer> {
    static final String DESCRIPTION = "Removes an environment's stacks, or those of the apps that are named, also of apps "
            + "that have left the catalogue. Asks for the fleet's name.";
    private static final int AT_A_TIME = 5;

    @Spec
    CommandSpec spec;
    @Mixin
    FleetOption fleet;
    @Mixin
    EnvironmentOption environment;
    @Mixin
    Confirmation confirmation;
    @Parameters(index = "1..*", paramLabel = "APP", description = "An app of the environment; without any, all.")
    List<String> apps = new ArrayList<>();

    @Override
    public Integer call() {
        var view = environment.view(fleet);
        return Refusal.explained(() -> {
            try (var platform = Platforms.open(view, fleet.file())) {
                return destroy(view, platform);
            }
        });
    }

    private int destroy(EnvironmentView view, Platform platform) {
        var present = platform.stacks().present();
        var meant = present.stream().filter(stack -> apps.isEmpty() || stack.app().filter(apps::contains).isPresent())
                .toList();
        var names = String.join(", ", meant.stream().map(Stack::name).toList());
        if (meant.isEmpty()) {
            spec.commandLine().getOut().println("there is nothing to remove in " + environment.name.key());
            return ExitCode.DONE;
        }
        var guarded = meant.stream().filter(Stack::guarded).map(Stack::name).toList();
        if (!guarded.isEmpty()) {
            throw new Failure(
                    "protected from being removed: %s; nothing was done. Take the protection away in the console of AWS first"
                            .formatted(String.join(", ", guarded)));
        }
        confirmation.askForName("This removes, with all their instances: " + names, view.catalogue().fleet());
        return remove(platform, meant);
    }

    /** The apps first, because their stacks use what is shared. */
    private int remove(Platform platform, List<Stack> meant) {
        var lines = new Lines(spec.commandLine().getErr(), System.console() == null, InstantSource.system());
        try (var parallel = new InParallel(AT_A_TIME)) {
            var failures = parallel.map(meant.stream().filter(stack -> stack.app().isPresent()).toList(),
                    stack -> removed(platform, stack, lines)).stream().filter(gone -> !gone).count();
            var shared = meant.stream().filter(stack -> stack.app().isEmpty()).findFirst();
            if (failures == 0 && shared.isPresent() && !removed(platform, shared.get(), lines)) {
                failures++;
            }
            return failures == 0 ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    private boolean removed(Platform platform, Stack stack, Lines lines) {
        try {
            platform.stacks().remove(stack, lines);
            spec.commandLine().getOut().println("removed  " + stack.name());
            return true;
        } catch (PlatformFailure failure) {
            spec.commandLine().getErr().println("failed   %s: %s".formatted(stack.name(), failure.getMessage()));
            return false;
        }
    }
}
