package io.flotilla.portal.home.live;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** One open page: tells it what has changed since it was told last, and that it is still listened to. */
public final class Watcher {
    /** A load balancer ends a connection that has been idle for 60 s. */
    static final Duration HEARTBEAT = Duration.ofSeconds(20);
    /** Who may see what changes seldom, and asking costs a question to the directory. */
    static final Duration LOOK_UP_EVERY = Duration.ofSeconds(20);

    private final Supplier<List<String>> apps;
    private final Function<String, Live.State> live;
    private List<String> visible = List.of();
    private Instant lookedUp;
    private Map<String, Live.State> told;
    private Instant last;

    /**
     * @param apps the apps whose states the person may know, in any order
     * @param live how each of them is
     */
    public Watcher(Supplier<List<String>> apps, Function<String, Live.State> live, Instant now) {
        this.apps = apps;
        this.live = live;
        this.last = now;
    }

    /** What to tell now. */
    public sealed interface News {
        /** Nothing, and it need not be said. */
        record None() implements News {}

        /** Nothing, but somebody should hear that. */
        record Heartbeat() implements News {}

        /** Some apps are not as they were. */
        record Changed(Map<String, Live.State> states) implements News {}

        /** Other apps than before may be seen: the page has to ask for its tiles again. */
        record OtherApps() implements News {}
    }

    public News next(Instant now) {
        if (told == null || !now.isBefore(lookedUp.plus(LOOK_UP_EVERY))) {
            visible = apps.get();
            lookedUp = now;
        }
        var states = new LinkedHashMap<String, Live.State>();
        visible.forEach(app -> states.put(app, live.apply(app)));
        var news = news(states, now);
        if (!(news instanceof News.None)) {
            last = now;
        }
        told = states;
        return news;
    }

    private News news(Map<String, Live.State> states, Instant now) {
        if (told == null) {
            return new News.Changed(states);
        }
        if (!told.keySet().equals(states.keySet())) {
            return new News.OtherApps();
        }
        var changed = new LinkedHashMap<>(states);
        changed.entrySet().removeIf(entry -> entry.getValue().equals(told.get(entry.getKey())));
        if (!changed.isEmpty()) {
            return new News.Changed(changed);
        }
        return last.plus(HEARTBEAT).isAfter(now) ? new News.None() : new News.Heartbeat();
    }
}
