package io.flotilla.base.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A turn that one thread of one process has at a time. The operating system takes it back when the process ends, however
 * it ends. The lock file itself stays behind, empty: removing it would let two waiting processes each lock another file.
 */
public final class Turn implements AutoCloseable {
    private static final Map<Path, ReentrantLock> IN_THIS_PROCESS = new ConcurrentHashMap<>();
    private static final long PAUSE_NANOS = 2_000_000;

    private final ReentrantLock threads;
    private final FileChannel channel;

    private Turn(ReentrantLock threads, FileChannel channel) {
        this.threads = threads;
        this.channel = channel;
    }

    /**
     * Waits until nobody else has the turn.
     *
     * @param lockFile made, with its folders, if it is missing; on a local disk, since network file systems differ in what
     *                 a lock means
     * @throws IOException if the file cannot be made or locked, or the thread was interrupted while it waited
     */
    public static Turn at(Path lockFile) throws IOException {
        Path file = lockFile.toAbsolutePath().normalize();
        ReentrantLock threads = IN_THIS_PROCESS.computeIfAbsent(file, any -> new ReentrantLock(true));
        if (threads.isHeldByCurrentThread()) {
            throw new IllegalStateException("this thread already has the turn at " + file);
        }
        threads.lock();
        try {
            return new Turn(threads, lockedChannel(file));
        } catch (IOException | RuntimeException e) {
            threads.unlock();
            throw e;
        }
    }

    private static FileChannel lockedChannel(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            lock(channel);
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Another class loader of this process (tests, live reload) has its own map of threads, but the same file lock. */
    private static FileLock lock(FileChannel channel) throws IOException {
        while (true) {
            try {
                return channel.lock();
            } catch (OverlappingFileLockException heldInThisProcess) {
                LockSupport.parkNanos(PAUSE_NANOS);
                if (Thread.currentThread().isInterrupted()) {
                    throw new IOException("interrupted while waiting for a turn");
                }
            }
        }
    }

    /** Gives the turn to the next one. */
    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            threads.unlock();
        }
    }
}
