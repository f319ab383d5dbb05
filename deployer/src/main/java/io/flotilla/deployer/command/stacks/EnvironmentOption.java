package io.flotilla.deployer.command.stacks;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.EnvironmentName;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.deployer.terminal.FleetOption;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The environment that a command is about; a mixin of those that take one. */
public final class EnvironmentOption {
    @Spec(Spec.Target.MIXEE)
    CommandSpec spec;
    // @formatter:off
    @Parameters(index = "0", paramLabel = "ENV", description = "One of ${COMPLETION-CANDIDATES}.",
            completionCandidates = FleetOption.EnvironmentNames.class)
    // @formatter:on
    public EnvironmentName name;

    public EnvironmentView view(FleetOption fleet) {
        return fleet.view(name);
    }

    /** @throws ParameterException for a name that the environment does not have */
    public Set<String> named(EnvironmentView view, List<String> apps) {
        for (var app : apps) {
            if (view.app(app).isEmpty()) {
                throw new ParameterException(spec.commandLine(), "no app %s in %s; it has %s".formatted(app, name.key(),
                        String.join(", ", view.apps().stream().map(App::name).toList())));
            }
        }
        return new LinkedHashSet<>(apps);
    }
}
