package io.flotilla.deployer.journal;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

import io.flotilla.base.noticeboard.Noticeboard;
import io.flotilla.base.noticeboard.Noticeboard.Posting;
import io.flotilla.base.noticeboard.Noticeboard.Superseded;

/** One app's journal in the hands of who holds the app. For one thread. */
public final class Journal {
    /** How long a holder that does not write keeps an app. Long enough for a slow network, short for who waits. */
    public static final Duration LEASE = Duration.ofMinutes(2);

    private final Noticeboard board;
    private Posting posting;
    private Page page;

    /** What is posted: who holds the app, and its newest rollout. */
    public record Page(Optional<Holder> holder, Optional<Rollout> rollout) {

        public Optional<Rollout> unfinished() {
            return rollout.filter(newest -> !newest.isOver());
        }
    }

    /** Somebody else holds the app. */
    public static final class Taken extends Exception {
        private final Holder holder;

        Taken(String app, Holder holder) {
            super("%s is held by %s on %s since %s, until %s unless put off".formatted(app, holder.name(),
                    holder.host(), holder.since(), holder.until()));
            this.holder = holder;
        }

        public Holder holder() {
            return holder;
        }
    }

    /** Somebody else took the app over; whoever catches this must not act any more. */
    public static final class Lost extends Exception {
        Lost(String app) {
            super("somebody else has taken %s over; this run has stopped, theirs goes on".formatted(app));
        }
    }

    private Journal(Noticeboard board, Posting posting, Page page) {
        this.board = board;
        this.posting = posting;
        this.page = page;
    }

    public static String key(String app) {
        return "journals/" + app;
    }

    /** What is posted of an app; an empty page if it never had a rollout. */
    public static Page read(Noticeboard board, String app) {
        return board.read(key(app)).map(posting -> JournalJson.page(posting.body(), key(app)))
                .orElse(new Page(Optional.empty(), Optional.empty()));
    }

    /**
     * Takes an app that nobody holds, or whose holder has let it expire.
     *
     * @param name as {@link Holder#name}
     * @param host as {@link Holder#host}
     * @param token unlike that of any other run
     */
    public static Journal take(Noticeboard board, String app, String name, String host, String token, Instant now)
            throws Taken {
        var holder = new Holder(name, host, now, now.plus(LEASE), token);
        var there = board.read(key(app));
        var page = there.map(posting -> JournalJson.page(posting.body(), key(app)))
                .orElse(new Page(Optional.empty(), Optional.empty()));
        var held = page.holder().filter(other -> !other.hasExpired(now) && !other.token().equals(token));
        if (held.isPresent()) {
            throw new Taken(app, held.get());
        }
        var mine = new Page(Optional.of(holder), page.rollout());
        try {
            var written = there.isPresent()
                    ? board.replace(there.get(), JournalJson.bytes(mine))
                    : board.create(key(app), JournalJson.bytes(mine));
            return new Journal(board, written, mine);
        } catch (Superseded faster) {
            throw new Taken(app, read(board, app).holder().orElse(holder));
        }
    }

    public Page page() {
        return page;
    }

    /**
     * Writes the rollout and puts the expiry off. Must be done before every action; an action may only follow a write that
     * came back within the lease.
     *
     * @throws Lost                 if somebody else has taken the app over
     * @throws UncheckedIOException if the noticeboard does not answer: nothing may be done until it does
     */
    public void write(Rollout rollout, Instant now) throws Lost {
        var holder = page.holder().orElseThrow();
        put(new Page(Optional.of(holder.until(now.plus(LEASE))), Optional.of(rollout)));
    }

    /** Writes the rollout, and lets the app go. */
    public void release(Rollout rollout) throws Lost {
        put(new Page(Optional.empty(), Optional.of(rollout)));
    }

    /** Lets the app go, its newest rollout as it was. */
    public void release() throws Lost {
        put(new Page(Optional.empty(), page.rollout()));
    }

    private void put(Page next) throws Lost {
        var body = JournalJson.bytes(next);
        try {
            posting = board.replace(posting, body);
        } catch (Superseded superseded) {
            posting = again(body);
        } catch (UncheckedIOException lostAnswer) {
            posting = written(body).orElseThrow(() -> lostAnswer);
        }
        page = next;
    }

    /** What superseded this may be an earlier write of its own, whose answer was lost. */
    private Posting again(byte[] body) throws Lost {
        var done = written(body);
        try {
            return done.isPresent() ? done.get() : board.replace(posting, body);
        } catch (Superseded superseded) {
            throw lost();
        }
    }

    /** Whether the body is there; and takes the version that is, if it is its own. */
    private Optional<Posting> written(byte[] body) throws Lost {
        var there = board.read(posting.key()).orElseThrow(this::lost);
        if (Arrays.equals(there.body(), body)) {
            return Optional.of(there);
        }
        var holder = JournalJson.page(there.body(), there.key()).holder();
        if (!holder.map(Holder::token).equals(page.holder().map(Holder::token))) {
            throw lost();
        }
        posting = there;
        return Optional.empty();
    }

    private Lost lost() {
        return new Lost(posting.key().substring(key("").length()));
    }
}
