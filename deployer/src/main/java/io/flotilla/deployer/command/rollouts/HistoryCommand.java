package io.flotilla.deployer.command.rollouts;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.flotilla.deployer.command.stacks.EnvironmentOption;
import io.flotilla.deployer.command.stacks.Refusal;
import io.flotilla.deployer.environment.Platforms;
import io.flotilla.deployer.journal.History;
import io.flotilla.deployer.journal.Journal;
import io.flotilla.deployer.journal.JournalJson;
import io.flotilla.deployer.journal.Rollout;
import io.flotilla.deployer.rollout.Outcomes;
import io.flotilla.deployer.terminal.ExitCode;
import io.flotilla.deployer.terminal.FleetOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "history", description = "Shows an app's rollouts, newest first, and with --details what the newest did and found.")
public final class HistoryCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;
    @Mixin
    FleetOption fleet;
    @Mixin
    EnvironmentOption environment;
    @Parameters(index = "1", paramLabel = "APP", description = "The app.")
    String name;
    @Option(names = "--details", description = "All that the newest rollout did, and the evidence of a failure.")
    boolean details;
    @Option(names = "--json", description = "Print it as JSON.")
    boolean json;

    @Override
    public Integer call() {
        var view = environment.view(fleet);
        environment.named(view, List.of(name));
        return Refusal.explained(() -> {
            try (var platform = Platforms.open(view, fleet.file())) {
                var board = platform.noticeboard();
                var rollouts = new java.util.ArrayList<>(new History(board, name).rollouts());
                Journal.read(board, name).unfinished().ifPresent(running -> rollouts.add(0, running));
                print(rollouts);
                return ExitCode.DONE;
            }
        });
    }

    private void print(List<Rollout> rollouts) {
        var out = spec.commandLine().getOut();
        if (json) {
            var all = JsonNodeFactory.instance.arrayNode();
            rollouts.forEach(rollout -> all.add(JournalJson.json(rollout)));
            out.println(all.toPrettyString());
        } else if (rollouts.isEmpty()) {
            out.println("%s was never rolled out here".formatted(name));
        } else {
            rollouts.forEach(rollout -> out.println(line(rollout)));
            if (details) {
                details(rollouts.get(0)).forEach(out::println);
            }
        }
        out.flush();
    }

    private static String line(Rollout rollout) {
        var took = rollout.endedAt().map(end -> Duration.between(rollout.order().startedAt(), end))
                .map(time -> "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart())).orElse("–");
        return "%s  %5s  %s  %s".formatted(rollout.id(), took, rollout.order().startedBy(), Outcomes.words(rollout));
    }

    private static List<String> details(Rollout rollout) {
        var lines = new java.util.ArrayList<String>();
        lines.add("");
        rollout.entries().forEach(entry -> lines.add("%s  %s".formatted(entry.at(), entry.text())));
        rollout.evidence().forEach(found -> lines.add("%n%s%n%s".formatted(found.about(),
                found.text().strip().indent(4).stripTrailing())));
        return lines;
    }
}
