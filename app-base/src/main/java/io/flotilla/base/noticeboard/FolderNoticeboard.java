package io.flotilla.base.noticeboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import io.flotilla.base.file.DurableFile;
import io.flotilla.base.file.Turn;

/**
 * The noticeboard of programs on one machine: a posting is a file, {@code rollouts/Sales.posting} for the key
 * {@code rollouts/Sales}. Writers take turns, readers never wait. A crash leaves the old posting or the new one.
 */
public final class FolderNoticeboard implements Noticeboard {
    private static final String SUFFIX = ".posting";

    private final Path folder;

    /** @param folder made at the first write */
    public FolderNoticeboard(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IllegalArgumentException("the noticeboard " + folder + " is a file, it must be a folder");
        }
    }

    @Override
    public Optional<Posting> read(String key) {
        Path file = file(Key.valid(key));
        try {
            byte[] stored = Files.readAllBytes(file);
            return Optional.of(new Posting(key, version(stored), Seal.open(stored, file.toString())));
        } catch (NoSuchFileException nobodyPostedIt) {
            return Optional.empty();
        } catch (IOException e) {
            throw failed("read", key, e);
        }
    }

    @Override
    public List<String> keys(String prefix) {
        Key.validPrefix(prefix);
        List<String> keys = new ArrayList<>();
        try {
            Files.walkFileTree(folder.resolve(prefix.substring(0, prefix.lastIndexOf('/') + 1)), new Postings(keys));
        } catch (IOException e) {
            throw failed("list", prefix, e);
        }
        return keys.stream().filter(key -> key.startsWith(prefix)).filter(Key::isValid).sorted().toList();
    }

    @Override
    public Posting create(String key, byte[] body) throws Superseded {
        try (Turn turn = turn()) {
            if (Files.exists(file(Key.valid(key)))) {
                throw new Superseded(key);
            }
            return write(key, body);
        } catch (IOException e) {
            throw failed("write", key, e);
        }
    }

    @Override
    public Posting replace(Posting read, byte[] body) throws Superseded {
        try (Turn turn = turn()) {
            mustBeCurrent(read);
            return write(read.key(), body);
        } catch (IOException e) {
            throw failed("write", read.key(), e);
        }
    }

    @Override
    public void remove(Posting read) throws Superseded {
        try (Turn turn = turn()) {
            if (Files.exists(file(Key.valid(read.key())))) {
                mustBeCurrent(read);
                DurableFile.remove(file(read.key()));
            }
        } catch (IOException e) {
            throw failed("remove", read.key(), e);
        }
    }

    private Turn turn() throws IOException {
        return Turn.at(folder.resolve(".turn"));
    }

    private void mustBeCurrent(Posting read) throws Superseded {
        boolean current = read(read.key()).filter(now -> now.version().equals(read.version())).isPresent();
        if (!current) {
            throw new Superseded(read.key());
        }
    }

    /** Only who has the turn writes, so one draft is enough, and what a crash left of it is overwritten. */
    private Posting write(String key, byte[] body) throws IOException {
        byte[] stored = Seal.seal(body);
        DurableFile.replace(file(key), stored, folder.resolve(".draft"));
        return new Posting(key, version(stored), body);
    }

    private Path file(String key) {
        return folder.resolve(key + SUFFIX);
    }

    private static String version(byte[] stored) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(stored));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private UncheckedIOException failed(String verb, String key, IOException e) {
        return new UncheckedIOException("cannot %s \"%s\" on the noticeboard %s: %s".formatted(verb, key, folder,
                e.getMessage()), e);
    }

    @Override
    public String toString() {
        return folder.toString();
    }

    /** Collects keys; what goes away while it looks was not there. */
    private final class Postings extends SimpleFileVisitor<Path> {
        private final List<String> keys;

        private Postings(List<String> keys) {
            this.keys = keys;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            if (name.endsWith(SUFFIX)) {
                keys.add(name.substring(0, name.length() - SUFFIX.length()));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw e;
        }
    }
}
