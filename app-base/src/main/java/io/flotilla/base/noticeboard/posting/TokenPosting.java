package io.flotilla.base.noticeboard.posting;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

import io.flotilla.base.noticeboard.Noticeboard;
import io.flotilla.base.noticeboard.Noticeboard.Superseded;

/**
 * How the portal knows an app when it asks for its requirements: the deployer gives each app a random token of its own and
 * posts what the token hashes to, so that nobody who reads the noticeboard can pass for an app.
 *
 * @param app    the app's name in the catalogue
 * @param sha256 the token's SHA-256, 64 lower-case hexadecimal digits; enough for 256 random bits, which nobody can guess
 */
public record TokenPosting(String app, String sha256) {

    /** The posting of an app's token; the token itself is not kept. */
    public static TokenPosting of(String app, String token) {
        return new TokenPosting(app, HexFormat.of().formatHex(digest(token)));
    }

    /** Where on the noticeboard an app's token is. */
    public static String key(String app) {
        return "tokens/" + app;
    }

    /**
     * What the app's token hashes to; empty if it never had one.
     *
     * @throws UncheckedIOException if something is posted there that is not a token
     */
    public static Optional<TokenPosting> read(Noticeboard board, String app) {
        return place(app).read(board,
                json -> new TokenPosting(JsonPosting.text(json, "app"), JsonPosting.text(json, "sha256")));
    }

    /** Posts this in place of what is there. */
    public void post(Noticeboard board) throws Superseded {
        place(app).post(board, JsonPosting.object().put("app", app).put("sha256", sha256));
    }

    /** Whether it is this app's token; takes as long for a wrong one as for the right one. */
    public boolean matches(String token) {
        return MessageDigest.isEqual(sha256.getBytes(StandardCharsets.US_ASCII),
                HexFormat.of().formatHex(digest(token)).getBytes(StandardCharsets.US_ASCII));
    }

    private static JsonPosting place(String app) {
        return new JsonPosting(key(app), "a token's hash", "apply the app again");
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
