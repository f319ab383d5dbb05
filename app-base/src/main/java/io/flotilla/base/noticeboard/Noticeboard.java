package io.flotilla.base.noticeboard;

import java.util.List;
import java.util.Optional;

/**
 * Versioned objects that the fleet's programs leave for one another, in a folder or in S3. Every write names the version
 * it replaces, so that of two writers one learns that it came too late.
 * <p>
 * Keys are at most 200 letters, digits, {@code _}, {@code -} and {@code .}, with {@code /} between parts; any other is an
 * {@link IllegalArgumentException}. A place that cannot be reached, read or written is an
 * {@link java.io.UncheckedIOException} that names it; after one that came from a write, the write may have happened.
 */
public interface Noticeboard {

    /** The posting under a key such as {@code catalogue} or {@code rollouts/Sales}; empty if there is none. */
    Optional<Posting> read(String key);

    /** All keys that begin with {@code prefix}, sorted. */
    List<String> keys(String prefix);

    /**
     * Writes a key that nobody has written.
     *
     * @throws Superseded if somebody has
     */
    Posting create(String key, byte[] body) throws Superseded;

    /**
     * Writes over the version that the caller has read.
     *
     * @throws Superseded if the key has another version by now, or is gone
     */
    Posting replace(Posting read, byte[] body) throws Superseded;

    /**
     * Removes the version that the caller has read. What is gone already counts as removed: an answer may get lost on its way, and
     * nobody can tell then who removed it.
     *
     * @throws Superseded if the key has another version by now
     */
    void remove(Posting read) throws Superseded;

    /**
     * One object as it was read.
     *
     * @param version opaque; changes with every write
     */
    record Posting(String key, String version, byte[] body) {}

    /** Somebody else wrote first; read again before deciding again. */
    class Superseded extends Exception {
        public Superseded(String key) {
            super("%s was changed by somebody else since it was read".formatted(key));
        }
    }
}
