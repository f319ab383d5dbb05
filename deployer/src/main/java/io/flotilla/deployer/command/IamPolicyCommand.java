package io.flotilla.deployer.command;

import java.util.concurrent.Callable;

import io.flotilla.base.catalogue.Environment.Platform;
import io.flotilla.base.catalogue.EnvironmentName;
import io.flotilla.deployer.aws.policy.IamPolicy;
import io.flotilla.deployer.aws.policy.ServiceRolePolicy;
import io.flotilla.deployer.terminal.ExitCode;
import io.flotilla.deployer.terminal.FleetOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "iam-policy", description = IamPolicyCommand.DESCRIPTION)
final class IamPolicyCommand implements Callable<Integer> {
    static final String DESCRIPTION = "Prints the least policy that the deployer needs in an environment, or that of the role "
            + "which CloudFormation acts as. Nothing is asked of AWS.";

    @Spec
    CommandSpec spec;
    @Mixin
    FleetOption fleet;
    // @formatter:off
    @Parameters(index = "0", paramLabel = "ENV", description = "One of ${COMPLETION-CANDIDATES}.",
            completionCandidates = FleetOption.EnvironmentNames.class)
    // @formatter:on
    EnvironmentName environment;
    @Option(names = "--service-role", description = "The policy of CloudFormation's role.")
    boolean serviceRole;
    @Option(names = "--trust", description = "Who may take on CloudFormation's role: its trust policy.")
    boolean trust;

    @Override
    public Integer call() {
        var view = fleet.view(environment);
        if (view.environment().platform() != Platform.AWS) {
            throw new ParameterException(spec.commandLine(),
                    "%s runs on this machine; only what runs on AWS needs a policy".formatted(environment.key()));
        }
        var policy = trust ? ServiceRolePolicy.trust() : serviceRole ? ServiceRolePolicy.of(view) : IamPolicy.of(view);
        spec.commandLine().getOut().println(policy.toPrettyString());
        return ExitCode.DONE;
    }
}
