package io.flotilla.monitor.judge;

import java.time.Instant;
import java.util.Optional;

import io.flotilla.monitor.judge.Verdict.Change;
import io.flotilla.monitor.probe.ProbeResult;

/**
 * Says when an app is down. One failure makes it <em>failing</em>; it is <em>down</em> after
 * {@link Thresholds#downAfter} failures in a row, or when most of the last checks failed although none did so in a row;
 * it is <em>up</em> again after {@link Thresholds#upAfter} successes in a row. The app's first good answer ever makes it
 * up at once: there is nothing to recover from.
 */
public final class Judge {
    private final Thresholds thresholds;

    public Judge(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    /** The health after {@code result}, which must be newer than the last one that {@code before} remembers. */
    public Verdict judge(Health before, ProbeResult result) {
        var seen = new Sighting(result.at(), result.seen());
        return result.good() ? succeeded(before, seen) : failed(before, seen);
    }

    private Verdict succeeded(Health before, Sighting seen) {
        var row = before.successes() + 1;
        var settled = row >= thresholds.upAfter() || before.state() == State.UNKNOWN;
        var state = settled ? State.UP : before.state();
        var recovered = settled && before.state() == State.DOWN;
        var health = new Health(state, since(before, state, seen.at()), 0, row,
                recovered ? Window.EMPTY : before.window().with(false), Optional.of(seen), Optional.of(seen),
                settled ? Optional.empty() : before.firstBad());
        return new Verdict(health, recovered ? Change.CAME_BACK : Change.NONE);
    }

    private Verdict failed(Health before, Sighting seen) {
        var row = before.failures() + 1;
        var window = before.window().with(true);
        var down = before.state() == State.DOWN || row >= thresholds.downAfter() || thresholds.flapping(window);
        var state = down ? State.DOWN : State.FAILING;
        var health = new Health(state, since(before, state, seen.at()), row, 0, window, Optional.of(seen),
                before.lastGood(), before.firstBad().or(() -> Optional.of(seen)));
        return new Verdict(health, down && before.state() != State.DOWN ? Change.WENT_DOWN : Change.NONE);
    }

    private static Optional<Instant> since(Health before, State state, Instant at) {
        return state == before.state() ? before.since() : Optional.of(at);
    }
}
