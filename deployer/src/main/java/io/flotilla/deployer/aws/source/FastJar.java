package io.flotilla.deployer.aws.source;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The folder that a fast-jar build leaves behind, as one file that instances fetch: a tar archive (POSIX 1003.1 ustar) without
 * times, owners or order of its own, so that the same build has the same digest on every machine. The jars in it are compressed
 * already.
 */
record FastJar(Path folder) {
    static final String PROGRAM = "quarkus-run.jar";
    private static final int BLOCK = 512;
    private static final int NAME = 100;
    private static final int PREFIX = 155;

    /** @return empty if the artifact is a file that runs by itself */
    static Optional<FastJar> of(Path artifact) {
        if (Files.isRegularFile(artifact.resolve(PROGRAM))) {
            return Optional.of(new FastJar(artifact));
        }
        var folder = artifact.toAbsolutePath().getParent();
        return artifact.endsWith(PROGRAM) && Files.isDirectory(folder.resolve("lib"))
                ? Optional.of(new FastJar(folder))
                : Optional.empty();
    }

    /** A temporary file, which is the caller's to remove. */
    Path pack() {
        try {
            var packed = Files.createTempFile("flotilla", ".tar");
            try (var out = new BufferedOutputStream(Files.newOutputStream(packed))) {
                for (var file : files()) {
                    entry(file, out);
                }
                out.write(new byte[2 * BLOCK]);
            }
            return packed;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<Path> files() throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted(Comparator.comparing(this::name)).toList();
        }
    }

    private String name(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private void entry(Path file, OutputStream out) throws IOException {
        var size = Files.size(file);
        out.write(header(name(file), size));
        Files.copy(file, out);
        out.write(new byte[(int) ((BLOCK - size % BLOCK) % BLOCK)]);
    }

    private static byte[] header(String path, long size) {
        var header = new byte[BLOCK];
        var cut = path.length() <= NAME ? -1 : path.indexOf('/', path.length() - NAME - 1);
        if (path.length() > NAME && (cut < 0 || cut > PREFIX)) {
            throw new UncheckedIOException(new IOException("its name is too long to be packed: " + path));
        }
        put(header, 0, path.substring(cut + 1));
        put(header, 100, "0000644\0" + "0000000\0" + "0000000\0" + "%011o\0".formatted(size) + "00000000000\0");
        Arrays.fill(header, 148, 156, (byte) ' ');
        put(header, 156, "0");
        put(header, 257, "ustar\00000");
        put(header, 345, path.substring(0, Math.max(0, cut)));
        var sum = 0;
        for (var octet : header) {
            sum += octet & 0xFF;
        }
        put(header, 148, "%06o\0 ".formatted(sum));
        return header;
    }

    private static void put(byte[] header, int at, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
