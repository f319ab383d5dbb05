package io.flotilla.deployer.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers one process on disk, by its id and when it started: an id alone may be a stranger's by the time the file is
 * read.
 */
final class ProcessFile {
    /** Linux computes the start from the boot time, which a clock's correction shifts a little. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private final Path file;

    ProcessFile(Path file) {
        this.file = file;
    }

    void write(ProcessHandle process) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, process.pid() + " " + started(process) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process, if it still runs; never another that has its id by now. */
    Optional<ProcessHandle> find() {
        try {
            var words = Files.readString(file).strip().split(" ");
            var started = Instant.parse(words[1]);
            return ProcessHandle.of(Long.parseLong(words[0])).filter(ProcessHandle::isAlive)
                    .filter(process -> isNear(started(process), started));
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // gone, or half written: nothing that could be known again
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant started(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    private static boolean isNear(Instant a, Instant b) {
        return Duration.between(a, b).abs().compareTo(TOLERANCE) <= 0;
    }
}
