package io.flotilla.base.page.asset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * One file that pages load, kept compressed: it is sent often and changes only with the program.
 *
 * @param name    the file's name, such as {@code flotilla.css}
 * @param type    its media type
 * @param version the first 48 bits of its SHA-256 digest, in hexadecimal
 * @param plain   its bytes
 * @param gzip    its bytes, compressed
 */
record Asset(String name, String type, String version, byte[] plain, byte[] gzip) {
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "txt", "text/plain; charset=utf-8");

    static Asset of(String name, byte[] plain) {
        return new Asset(name, typeOf(name), versionOf(plain), plain, compressed(plain));
    }

    private static String typeOf(String name) {
        var type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null) {
            throw new IllegalArgumentException("no media type is known for the asset " + name);
        }
        return type;
    }

    private static String versionOf(byte[] plain) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(plain), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] compressed(byte[] plain) {
        var bytes = new ByteArrayOutputStream(plain.length / 4);
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
