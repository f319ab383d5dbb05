package io.flotilla.monitor.probe;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import io.vertx.core.buffer.Buffer;

/** An answer's body as far as it is read; none of it is kept. */
final class Body {
    /** Enough to know that an app really answers; what is longer is cut off, not read. */
    private static final int MOST = 64 * 1024;
    /** Pages carry much before the words that matter. */
    private static final int MOST_WITH_TEXT = 1024 * 1024;

    private final Optional<String> words;
    private final Optional<TextSearch> search;
    private int size;

    Body(Optional<String> words) {
        this.words = words;
        this.search = words.map(TextSearch::new);
    }

    /** Whether more of it is wanted. */
    boolean read(Buffer part) {
        size += part.length();
        search.ifPresent(looking -> looking.read(part));
        return size <= (search.isPresent() ? MOST_WITH_TEXT : MOST);
    }

    /** What it lacks, in words; empty if nothing. */
    Optional<String> missing() {
        return search.filter(looking -> !looking.found()).flatMap(looking -> words)
                .map(text -> "without the words “%s”".formatted(Words.excerpt(text)));
    }

    /** Looks for words in a body as it comes, part by part, and keeps none of it (Knuth, Morris and Pratt, 1977). */
    private static final class TextSearch {
        private final byte[] words;
        private final int[] fallback;
        private int matched;
        private boolean found;

        /** @param words looked for as UTF-8 */
        TextSearch(String words) {
            this.words = words.getBytes(StandardCharsets.UTF_8);
            this.fallback = new int[this.words.length];
            for (int i = 1, length = 0; i < this.words.length; i++) {
                while (length > 0 && this.words[i] != this.words[length]) {
                    length = fallback[length - 1];
                }
                length += this.words[i] == this.words[length] ? 1 : 0;
                fallback[i] = length;
            }
        }

        void read(Buffer part) {
            for (var i = 0; i < part.length() && !found; i++) {
                var next = part.getByte(i);
                while (matched > 0 && words[matched] != next) {
                    matched = fallback[matched - 1];
                }
                matched += words[matched] == next ? 1 : 0;
                found = matched == words.length;
            }
        }

        boolean found() {
            return found;
        }
    }
}
