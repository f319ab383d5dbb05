package io.flotilla.monitor.status.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import io.flotilla.base.page.Links;
import io.flotilla.base.store.Store;

/**
 * Addresses that show one app's state to whoever has them, for programs that cannot sign in: feed readers, and pictures in
 * other pages. The token is a keyed digest of the app, so nothing need be kept for each.
 */
@ApplicationScoped
public class TokenLinks {
    private static final int KEY_BYTES = 32;
    /** 128 bits: more than anybody guesses. */
    private static final int TOKEN_BYTES = 16;

    private final Store store;
    private final Links links;
    private volatile byte[] key;

    TokenLinks(Store store, Links links) {
        this.store = store;
        this.links = links;
    }

    public String badge(String app) {
        return links.to("/by-token/%s/%s/badge.svg".formatted(app, token(app)));
    }

    public String feed(String app) {
        return links.to("/by-token/%s/%s/feed.atom".formatted(app, token(app)));
    }

    boolean opens(String app, String token) {
        return MessageDigest.isEqual(token(app).getBytes(UTF_8), token.getBytes(UTF_8));
    }

    private String token(String app) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(), "HmacSHA256"));
            return Base64.getUrlEncoder().withoutPadding()
                    .encodeToString(Arrays.copyOf(mac.doFinal(app.getBytes(UTF_8)), TOKEN_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** Made once for the database, whichever monitor needs it first. */
    private byte[] key() {
        if (key == null) {
            var fresh = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(fresh);
            key = HexFormat.of().parseHex(store.<String, RuntimeException>write(handle -> {
                handle.createUpdate("""
                        INSERT INTO secret (name, value) VALUES ('token links', :fresh)
                        ON CONFLICT (name) DO NOTHING""")
                        .bind("fresh", HexFormat.of().formatHex(fresh)).execute();
                return handle.createQuery("SELECT value FROM secret WHERE name = 'token links'")
                        .mapTo(String.class).one();
            }));
        }
        return key;
    }
}
