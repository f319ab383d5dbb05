package io.flotilla.deployer.local.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.CatalogueReader;
import io.flotilla.base.catalogue.EnvironmentName;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.base.catalogue.Reading;
import io.flotilla.deployer.journal.Journal;
import io.flotilla.deployer.journal.Rollout;
import io.flotilla.deployer.journal.Terms;
import io.flotilla.deployer.local.remote.LocalPlatform;
import io.flotilla.deployer.platform.Platform;
import io.flotilla.deployer.rollout.Course;
import io.flotilla.deployer.rollout.RolloutRun;
import io.flotilla.deployer.rollout.Rollouts;

/**
 * Rollouts of the sample app over the real ports, by the clock of the test; as a program of its own, so that it can be killed.
 */
final class RolloutProgram {
    private static final Duration POLL = Duration.ofMillis(200);

    private final InstantSource clock;
    private final EnvironmentView view;
    private final App app;
    private final Platform platform;

    RolloutProgram(Path fleet, Instant since) {
        clock = new FastClock(since);
        view = view(fleet);
        app = view.app("Sample").orElseThrow();
        platform = LocalPlatform.open(view);
    }

    static EnvironmentView view(Path fleet) {
        return ((Reading.Valid) new CatalogueReader(Map.of()).read(fleet)).catalogue().in(EnvironmentName.LOCAL);
    }

    /** The newest version, with the catalogue's file and the clock's moment as arguments. */
    public static void main(String... arguments) throws Exception {
        var program = new RolloutProgram(Path.of(arguments[0]), Instant.parse(arguments[1]));
        drive(program.begin());
    }

    /** A rollout to the newest version. */
    RolloutRun begin() throws Exception {
        var ports = platform.ports(app);
        var to = ports.revisions().newest();
        var terms = new Terms(Duration.ofMinutes(15), view.url(app), "/sample/", 200, 299, 3, Duration.ofSeconds(10),
                Optional.empty(), Optional.empty());
        return rollouts().begin(new Rollout.Order("rollout-" + to.id(), app.name(), Rollouts.from(ports, to), to,
                terms, "uma", clock.instant()));
    }

    /** Takes up what somebody has left in the middle, once their lock has run out. */
    RolloutRun resume() throws Exception {
        while (true) {
            try {
                return rollouts().resume();
            } catch (Journal.Taken held) {
                Thread.sleep(POLL.toMillis());
            }
        }
    }

    private Rollouts rollouts() {
        var who = new Rollouts.Who("uma", "this machine", UUID.randomUUID().toString());
        return new Rollouts(new RolloutRun.Circumstances(platform.ports(app), platform.noticeboard(), clock,
                new Random(), Course.SAFE, (command, variables) -> {
                    throw new IllegalStateException("there is no hook");
                }, POLL, (rollout, what) -> System.out.println(rollout.step() + " " + what)), app.name(), who);
    }

    static Rollout drive(RolloutRun run) throws Exception {
        for (var pause = run.advance(); pause.isPresent(); pause = run.advance()) {
            Thread.sleep(pause.get().toMillis());
        }
        return run.rollout();
    }
}
