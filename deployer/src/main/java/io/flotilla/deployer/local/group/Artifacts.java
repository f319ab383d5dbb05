package io.flotilla.deployer.local.group;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

import io.flotilla.deployer.terminal.Failure;

/**
 * Copies of what builds have left behind, each under the digest of its content: a rebuild under a running process changes
 * nothing for it. A fast-jar is its whole folder, a Python app a folder without what git, Python and editors keep there; anything else is
 * one file.
 */
public final class Artifacts {
    private static final String FAST_JAR = "quarkus-run.jar";

    private final Path folder;

    /** @param folder where the copies are */
    public Artifacts(Path folder) {
        this.folder = folder;
    }

    /**
     * A copy.
     *
     * @param program the jar or binary to run in it, or itself if it is a folder of source
     */
    public record Copy(String digest, Path program) {}

    /** The digest of what is there now, copied or not: 64 hexadecimal digits. */
    public String digest(Path artifact) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var root = root(artifact);
            for (var file : files(root)) {
                // Names and lengths too, so that no two different trees read the same.
                var name = root.equals(file) ? "" : root.relativize(file).toString();
                digest.update("%s\0%d\0".formatted(name, Files.size(file)).getBytes(StandardCharsets.UTF_8));
                update(digest, file);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new Failure("%s cannot be read: %s".formatted(artifact, e.getMessage()), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void update(MessageDigest digest, Path file) throws IOException {
        var buffer = new byte[1 << 16];
        try (var in = Files.newInputStream(file)) {
            for (int read; (read = in.read(buffer)) > 0;) {
                digest.update(buffer, 0, read);
            }
        }
    }

    /** Copies it, unless it is there already. */
    public Copy keep(Path artifact) {
        var digest = digest(artifact);
        var kept = folder.resolve(digest);
        try {
            if (!Files.exists(kept)) {
                Files.createDirectories(folder);
                var torn = Files.createTempDirectory(folder, "torn-");
                copy(root(artifact), torn);
                // Whole or not at all: a copy that was interrupted never has the digest's name.
                Files.move(torn, kept, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new Failure("%s cannot be copied to %s: %s".formatted(artifact, folder, e.getMessage()), e);
        }
        return new Copy(digest, Files.isDirectory(artifact) ? kept : kept.resolve(artifact.getFileName().toString()));
    }

    /** Forgets all copies but these. */
    public void keepOnly(Set<String> digests) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var copies = Files.list(folder)) {
            for (var copy : copies.filter(one -> !digests.contains(one.getFileName().toString())).toList()) {
                delete(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path tree) throws IOException {
        try (var files = Files.walk(tree)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static Path root(Path artifact) {
        return artifact.getFileName().toString().equals(FAST_JAR) ? artifact.getParent() : artifact;
    }

    private static List<Path> files(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).filter(file -> !isByTheWay(root.relativize(file)))
                    .sorted(Comparator.comparing(file -> root.relativize(file).toString())).toList();
        }
    }

    private static boolean isByTheWay(Path file) {
        for (var name : file) {
            if (name.toString().startsWith(".") || name.toString().equals("__pycache__")) {
                return true;
            }
        }
        return false;
    }

    private static void copy(Path root, Path target) throws IOException {
        for (var file : files(root)) {
            var copy = target.resolve(root.equals(file)
                    ? file.getFileName()
                    : root.relativize(file));
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }
}
