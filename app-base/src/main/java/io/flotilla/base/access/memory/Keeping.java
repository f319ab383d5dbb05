package io.flotilla.base.access.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jboss.logging.Logger;

/** Writes beside the requests, on a thread of its own, what has changed; what changes meanwhile is written together. */
final class Keeping implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Keeping.class);
    /** A busy morning is one write a second, not one for each person. */
    private static final Duration GATHER = Duration.ofSeconds(1);

    private final Writing writing;
    private final AtomicBoolean due = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor thread;
    private volatile boolean troubled;

    /** Writes everything as it is now. */
    interface Writing {
        void write() throws IOException;
    }

    Keeping(Writing writing) {
        this.writing = writing;
        this.thread = new ScheduledThreadPoolExecutor(1, work -> {
            var thread = new Thread(work, "access-keeping");
            thread.setDaemon(true);
            return thread;
        });
        thread.setKeepAliveTime(10, TimeUnit.SECONDS);
        thread.allowCoreThreadTimeOut(true);
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Something has changed; returns at once. */
    void changed() {
        if (!due.getAndSet(true) && !thread.isShutdown()) {
            thread.schedule(this::write, GATHER.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void write() {
        if (!due.getAndSet(false)) {
            return;
        }
        try {
            writing.write();
            troubled = false;
        } catch (IOException | UncheckedIOException e) {
            if (!troubled) {
                LOG.error(
                        "What the portal says cannot be kept on disk: should this program start again while the portal "
                                + "is away, it would let nobody in. FLOTILLA_ACCESS_FOLDER must name a folder that it may write to",
                        e);
            }
            troubled = true;
            due.set(false);
        }
    }

    /** Writes what is not written yet. */
    @Override
    public void close() {
        thread.shutdown();
        write();
    }
}
