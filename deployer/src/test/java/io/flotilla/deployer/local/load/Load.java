package io.flotilla.deployer.local.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

/**
 * Clients of one app that never retry: requests at a steady rate whatever comes back, long downloads, and event streams that
 * come again when they are cut, as browsers do.
 */
public final class Load implements AutoCloseable {
    private static final int CONNECTIONS = 10;

    private final int port;
    private final List<Thread> threads = new ArrayList<>();
    private final Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    private final String headers;
    private final UnaryOperator<String> revision;
    private volatile Tally tally = new Tally();
    private volatile boolean over;

    /** What a client does. */
    enum Kind {
        REQUESTS, DOWNLOADS, STREAMS
    }

    /** Of an app that lets everybody in, and begins each body with the word that names its revision. */
    public Load(int port) {
        this(port, "", body -> body.split(" ", 2)[0]);
    }

    /**
     * @param headers  further ones to send, each with its line's end
     * @param revision which revision answered with this body
     */
    public Load(int port, String headers, UnaryOperator<String> revision) {
        this.port = port;
        this.headers = headers;
        this.revision = revision;
    }

    /** This many requests a second, over ten kept connections. What waits for its turn is late, and counts as such. */
    public Load requests(String path, int perSecond) {
        var between = TimeUnit.SECONDS.toNanos(1) * CONNECTIONS / perSecond;
        for (var i = 0; i < CONNECTIONS; i++) {
            var first = System.nanoTime() + between * i / CONNECTIONS;
            start(Kind.REQUESTS, () -> steady(path, first, between));
        }
        return this;
    }

    /** So many at a time, one after the other. */
    public Load downloads(String path, int atATime) {
        for (var i = 0; i < atATime; i++) {
            start(Kind.DOWNLOADS, () -> {
                while (!over) {
                    try (var wire = new Wire(port, headers)) {
                        download(wire, path);
                    } catch (IOException | RuntimeException failure) {
                        tally.failed("download: " + failure);
                    }
                }
            });
        }
        return this;
    }

    /** So many open at a time. */
    public Load streams(String path, int atATime) {
        for (var i = 0; i < atATime; i++) {
            start(Kind.STREAMS, () -> {
                while (!over) {
                    listen(path);
                }
            });
        }
        return this;
    }

    private void start(Kind kind, Runnable work) {
        kinds.add(kind);
        var thread = new Thread(work, kind.toString());
        thread.setDaemon(true);
        thread.start();
        threads.add(thread);
    }

    private void steady(String path, long first, long between) {
        Wire wire = null;
        for (var due = first; !over; due += between) {
            LockSupport.parkNanos(due - System.nanoTime());
            try {
                wire = wire == null ? new Wire(port, headers) : wire;
                var status = wire.ask(path);
                var body = new String(wire.body(), StandardCharsets.UTF_8);
                tally.answered(status, status == 200 ? revision.apply(body) : body, System.nanoTime() - due);
                wire = wire.isOver() ? closed(wire) : wire;
            } catch (IOException | RuntimeException failure) {
                tally.failed("request: " + failure);
                wire = closed(wire);
            }
        }
        closed(wire);
    }

    private void download(Wire wire, String path) throws IOException {
        var status = wire.ask(path);
        wire.body();
        if (status == 200) {
            tally.downloaded();
        } else {
            tally.failed("download: status " + status);
        }
    }

    private void listen(String path) {
        try (var wire = new Wire(port, headers)) {
            var status = wire.ask(path);
            if (status != 200) {
                tally.failed("event stream: status " + status);
                wire.body();
                return;
            }
            while (!over && wire.chunk().length > 0) {
                tally.event();
            }
        } catch (IOException cut) {
            tally.streamCut();
        }
    }

    private static Wire closed(Wire wire) {
        try {
            if (wire != null) {
                wire.close();
            }
        } catch (IOException gone) {
            return null;
        }
        return null;
    }

    /** {@link #report(int)} with one request. */
    public Report report() throws InterruptedException {
        return report(1);
    }

    /**
     * What was counted since the last call, or since the start; waits until so many requests were served and every kind of client
     * has come back with something, or one of them with a failure.
     */
    public Report report(int served) throws InterruptedException {
        while (!tally.has(kinds, served) && !tally.hasFailed()) {
            Thread.sleep(50);
        }
        var counted = tally;
        tally = new Tally();
        return counted.report();
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        for (var thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(60));
        }
    }
}
