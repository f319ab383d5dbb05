package io.flotilla.base.view.render;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

import io.flotilla.base.view.html.Html;

/**
 * A piece of the page that is replaced by itself. The browser says what it has, by name and digest; it is sent only what
 * differs.
 *
 * @param element the name of its element
 * @param open    more attributes, written out
 * @param digest  48 bits of a SHA-256 digest of what it shows; empty if the browser shall always ask again
 */
record Region(String element, String id, String open, String body, String digest) {
    private static final int BYTES = 6;

    static Region of(String id, String open, Html body) {
        var text = body.toString();
        return new Region("div", id, open, text, digest(text));
    }

    String html(boolean replaces) {
        return "<" + element + " id=\"" + id + "\" data-digest=\"" + digest + "\"" + open
                + (replaces ? " hx-swap-oob=\"true\">" : ">")
                + body + "</" + element + ">";
    }

    static String digest(String text) {
        try {
            var bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(bytes, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
