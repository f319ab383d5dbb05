package io.flotilla.portal.register.logo;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;

/**
 * A logo as the portal keeps it: decoded, made smaller and written anew, so that nothing of the sender's file is left but
 * what it looks like.
 *
 * @param hash  the first 128 bits of the SHA-256 digest of {@code large}, in hexadecimal: another picture has another
 * @param large a PNG of {@value #LARGE} by {@value #LARGE} pixels, or of the sender's size if that was smaller
 * @param small a PNG of {@value #SMALL} by {@value #SMALL} pixels, or of the sender's size if that was smaller
 */
public record Logo(String hash, byte[] large, byte[] small) {
    /** For the largest tile at two device pixels to one of the page's. */
    public static final int LARGE = 512;
    /** For lists and small tiles. */
    public static final int SMALL = 256;

    /** The largest file taken, in bytes. */
    public static final int LARGEST_FILE = PngFile.LARGEST;

    /** A 16-bit interlaced picture takes 32 MB while it is read; a small machine has room for one. */
    private static final Semaphore ROOM = new Semaphore(1, true);

    /**
     * The logo in an uploaded file.
     *
     * @throws NotALogo if the file is not taken; the message tells its sender why
     */
    public static Logo of(byte[] file) throws NotALogo {
        var checked = PngFile.of(file);
        ROOM.acquireUninterruptibly();
        try {
            int side = (int) checked.header().width();
            var large = new Scaled(side, Math.min(side, LARGE));
            var small = new Scaled(side, Math.min(side, SMALL));
            Pixels.read(checked, row -> {
                large.add(row);
                small.add(row);
            });
            var bytes = large.png();
            return new Logo(hash(bytes), bytes, small.png());
        } finally {
            ROOM.release();
        }
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
