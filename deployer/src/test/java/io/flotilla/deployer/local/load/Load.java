package io.flotilla.deployer.local.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Clients of one app that never retry: requests at a steady rate whatever comes back, long downloads, and event streams that
 * come again when they are cut, as browsers do.
 */
public final class Load implements AutoCloseable {
    private static final int CONNECTIONS = 10;

    private final int port;
    private final List<Thread> threads = new ArrayList<>();
    private volatile Tally tally = new Tally();
    private volatile boolean over;

    public Load(int port) {
        this.port = port;
    }

    /** This many requests a second, over ten kept connections. What waits for its turn is late, and counts as such. */
    public Load requests(String path, int perSecond) {
        var between = TimeUnit.SECONDS.toNanos(1) * CONNECTIONS / perSecond;
        for (var i = 0; i < CONNECTIONS; i++) {
            var first = System.nanoTime() + between * i / CONNECTIONS;
            start("requests", () -> steady(path, first, between));
        }
        return this;
    }

    /** So many at a time, one after the other. */
    public Load downloads(String path, int atATime) {
        for (var i = 0; i < atATime; i++) {
            start("downloads", () -> {
                while (!over) {
                    try (var wire = new Wire(port)) {
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
            start("streams", () -> {
                while (!over) {
                    listen(path);
                }
            });
        }
        return this;
    }

    private void start(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        threads.add(thread);
    }

    private void steady(String path, long first, long between) {
        Wire wire = null;
        for (var due = first; !over; due += between) {
            LockSupport.parkNanos(due - System.nanoTime());
            try {
                wire = wire == null ? new Wire(port) : wire;
                var status = wire.ask(path);
                var body = new String(wire.body(), StandardCharsets.UTF_8);
                tally.answered(status, body, System.nanoTime() - due);
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
        try (var wire = new Wire(port)) {
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

    /**
     * What was counted since the last call, or since the start; waits until every kind of client has come back with something,
     * or one of them with a failure.
     */
    public Report report() throws InterruptedException {
        while (!tally.hasEveryKind() && tally.report().failed() == 0) {
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
