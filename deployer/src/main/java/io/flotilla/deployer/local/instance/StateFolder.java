package io.flotilla.deployer.local.instance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.flotilla.deployer.terminal.Failure;

/**
 * The one folder that the fleet of this machine writes to: logs, databases, noticeboard, session keys. Removing it forgets
 * everything. One launcher at a time holds it.
 */
public final class StateFolder implements AutoCloseable {
    private static final int KEY_BYTES = 32;
    private static final String LOCK = "lock";

    private final Path root;
    private final FileChannel lock;

    private StateFolder(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /** @throws Failure if another launcher holds it */
    public static StateFolder open(Path folder) {
        var root = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            var lock = FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock.tryLock() == null) {
                lock.close();
                throw new Failure(
                        "%s is in use by the fleet of process %s; end that one, or name another folder with --state"
                                .formatted(root, holder(root).orElse("unknown")));
            }
            Files.writeString(root.resolve("holder"), Long.toString(ProcessHandle.current().pid()));
            return new StateFolder(root, lock);
        } catch (IOException e) {
            throw new Failure("%s cannot be used to keep state: %s".formatted(root, e.getMessage()), e);
        }
    }

    private static Optional<String> holder(Path root) throws IOException {
        var file = root.resolve("holder");
        return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }

    public Path root() {
        return root;
    }

    public Path processes() {
        return root.resolve("processes");
    }

    public Path logs() {
        return folder("logs");
    }

    Path log(String instance) {
        return logs().resolve(instance + ".log");
    }

    /** Removes what a former fleet has logged, and what its programs have forgotten; only once they have ended. */
    public void clear() {
        for (var folder : List.of(logs(), temporary())) {
            try (var files = Files.walk(folder)) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Removes everything in it but the lock, which stays until it is closed, and one file that tells others when all else is gone.
     */
    public void forget(String last) {
        try (var files = Files.walk(root)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(root) && !file.equals(root.resolve(LOCK)) && !file.equals(root.resolve(last))) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The catalogue as it was posted last: with the port that the fleet really has. */
    public Path catalogue() {
        return root.resolve("fleet.yaml");
    }

    public Path noticeboard() {
        return root.resolve("noticeboard");
    }

    /** The app's SQLite file; its folder exists. */
    Path database(String app) {
        return folder("data").resolve(app + ".db");
    }

    /** For what programs leave behind when they are killed. */
    Path temporary() {
        return folder("tmp");
    }

    /** A secret, made at first use, for its owner's eyes only; it stays the same, so a restart signs nobody out. */
    String key(String name) {
        var file = folder("keys").resolve(name + ".key");
        try {
            if (!Files.exists(file)) {
                var bytes = new byte[KEY_BYTES];
                new SecureRandom().nextBytes(bytes);
                try (var channel = FileChannel.open(file,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
                    channel.write(ByteBuffer.wrap(HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.US_ASCII)));
                }
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder of this name in it; it exists. */
    public Path folder(String name) {
        try {
            return Files.createDirectories(root.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
