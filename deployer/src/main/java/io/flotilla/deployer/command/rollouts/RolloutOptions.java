package io.flotilla.deployer.command.rollouts;

import java.time.Duration;
import java.util.Optional;

import io.flotilla.deployer.release.Wishes;
import picocli.CommandLine.Option;

/** What a rollout has to show before the old instances end; a mixin of the commands that begin one. */
final class RolloutOptions {
    @Option(names = "--healthy-within", paramLabel = "TIME", converter = DurationWord.class, defaultValue = "15m", description = "How long the new instances may take to become healthy (default: ${DEFAULT-VALUE}).")
    Duration healthyWithin;
    @Option(names = "--answers", paramLabel = "N", defaultValue = "6", description = "Good answers in a row that the app must give through the load balancer (default: ${DEFAULT-VALUE}).")
    int answers;
    @Option(names = "--bake", paramLabel = "TIME", converter = DurationWord.class, defaultValue = "30s", description = "The time that these answers are spread over (default: ${DEFAULT-VALUE}).")
    Duration bake;
    @Option(names = "--hook", paramLabel = "COMMAND", description = "A command that must end with 0 before the old instances end; it finds FLOTILLA_URL, FLOTILLA_REVISION, FLOTILLA_FORMER_REVISION, FLOTILLA_APP and FLOTILLA_ROLLOUT in its environment.")
    String hook;
    @Option(names = "--approval", paramLabel = "TIME", converter = DurationWord.class, description = "Wait so long for a person to approve (`deployer approve`, or on the console); then go back.")
    Duration approval;
    @Option(names = "--at-a-time", paramLabel = "N", defaultValue = "4", description = "Apps that are rolled out at the same time (default: ${DEFAULT-VALUE}).")
    int atATime;
    @Option(names = "--keep-going", description = "Begin further rollouts after one has failed.")
    boolean keepGoing;
    @Option(names = "--json", description = "Print the outcome as JSON.")
    boolean json;

    Wishes wishes() {
        return new Wishes(healthyWithin, answers, bake, Optional.ofNullable(hook), Optional.ofNullable(approval));
    }
}
