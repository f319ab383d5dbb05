package io.flotilla.deployer.local.targets;

import java.util.concurrent.atomic.AtomicBoolean;

/** One request's hold on the target that it is sent to. Given back once, however often it is closed. */
public final class Lease implements AutoCloseable {
    private final String target;
    private final int port;
    private final Runnable end;
    private final AtomicBoolean over = new AtomicBoolean();

    Lease(String target, int port, Runnable end) {
        this.target = target;
        this.port = port;
        this.end = end;
    }

    /** The target's id. */
    public String target() {
        return target;
    }

    /** Where it listens, on the loopback. */
    public int port() {
        return port;
    }

    @Override
    public void close() {
        if (over.compareAndSet(false, true)) {
            end.run();
        }
    }
}
