package io.flotilla.base.noticeboard;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;

/**
 * The line that goes before a body when it is stored: {@code flotilla-posting}, and a number that no other write has. It
 * makes the stored bytes of every write different, so that a version taken from them (a hash, an ETag) tells a body that
 * was changed and changed back from one that nobody touched, and so that a writer can recognise its own write.
 */
final class Seal {
    private static final String WORD = "flotilla-posting ";
    private static final int LENGTH = WORD.length() + 36 + 1;

    private Seal() {}

    static byte[] seal(byte[] body) {
        byte[] line = (WORD + UUID.randomUUID() + "\n").getBytes(US_ASCII);
        return ByteBuffer.allocate(line.length + body.length).put(line).put(body).array();
    }

    /**
     * The body of what was stored.
     *
     * @param where named in the error
     * @throws IOException if something else than a noticeboard wrote it
     */
    static byte[] open(byte[] stored, String where) throws IOException {
        boolean sealed = stored.length >= LENGTH && stored[LENGTH - 1] == '\n'
                && new String(stored, 0, WORD.length(), US_ASCII).equals(WORD);
        if (!sealed) {
            throw new IOException(
                    where + " is not a posting (its first line is not \"" + WORD + "…\"): something else than "
                            + "Flotilla wrote it; move it away");
        }
        return Arrays.copyOfRange(stored, LENGTH, stored.length);
    }
}
