package io.flotilla.deployer.command.rollouts;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.deployer.journal.JournalJson;
import io.flotilla.deployer.journal.Rollout;
import io.flotilla.deployer.platform.Platform;
import io.flotilla.deployer.release.Person;
import io.flotilla.deployer.release.Release;
import io.flotilla.deployer.release.Releases;
import io.flotilla.deployer.release.Releases.Job;
import io.flotilla.deployer.release.Releases.Result;
import io.flotilla.deployer.rollout.RolloutRun;
import io.flotilla.deployer.terminal.ExitCode;
import picocli.CommandLine.Model.CommandSpec;

/** Carries out rollouts for a command: progress lines on a terminal, the outcomes on standard output. */
final class Crew {
    private final CommandSpec spec;
    private final EnvironmentView view;
    private final Platform platform;
    private final boolean json;
    private final Instant start = Instant.now();
    private final Map<String, String> said = new HashMap<>();

    Crew(CommandSpec spec, EnvironmentView view, Platform platform, boolean json) {
        this.spec = spec;
        this.view = view;
        this.platform = platform;
        this.json = json;
    }

    Release release(App app) {
        return new Release(view, app, platform, Person.here());
    }

    /** @return {@link ExitCode#DONE} if every new revision serves */
    int run(List<App> apps, int atATime, boolean keepGoing,
            BiFunction<Release, RolloutRun.Listener, RolloutRun> beginning) {
        var jobs = apps.stream()
                .map(app -> new Job(app.name(), () -> beginning.apply(release(app), this::progress))).toList();
        var results = new Releases(atATime, !keepGoing).run(jobs);
        print(results);
        return results.stream().allMatch(Result::isDone) ? ExitCode.DONE : ExitCode.FAILED;
    }

    private synchronized void progress(Rollout rollout, String what) {
        var changed = !what.equals(said.put(rollout.app(), what));
        if (changed && System.console() != null) {
            var passed = Duration.between(start, Instant.now());
            err().println(
                    "%2d:%02d  %s  %s".formatted(passed.toMinutes(), passed.toSecondsPart(), rollout.app(), what));
            err().flush();
        }
    }

    private void print(List<Result> results) {
        var out = spec.commandLine().getOut();
        if (json) {
            var all = JsonNodeFactory.instance.arrayNode();
            results.forEach(result -> all.addObject().put("app", result.app()).put("done", result.isDone())
                    .put("outcome", result.words())
                    .set("rollout", result.rollout().map(JournalJson::json).orElse(null)));
            out.println(all.toPrettyString());
        } else {
            results.forEach(result -> (result.isDone() ? out : err())
                    .println("%s: %s".formatted(result.app(), result.words())));
            results.stream().filter(result -> !result.isDone()).flatMap(result -> result.rollout().stream())
                    .forEach(rollout -> rollout.evidence().forEach(found -> err()
                            .println("%n%s, %s%n%s".formatted(rollout.app(), found.about(),
                                    found.text().strip().indent(4)))));
        }
        out.flush();
        err().flush();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
