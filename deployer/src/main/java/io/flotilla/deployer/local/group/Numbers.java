package io.flotilla.deployer.local.group;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Numbers that are given once, across restarts too, so that an instance's id never means another. */
final class Numbers {
    private final Path file;

    Numbers(Path file) {
        this.file = file;
    }

    int next() {
        try {
            int next = Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) + 1 : 1;
            Files.createDirectories(file.getParent());
            Files.writeString(file, next + "\n");
            return next;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
