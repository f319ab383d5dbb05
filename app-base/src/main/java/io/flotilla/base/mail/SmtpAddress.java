package io.flotilla.base.mail;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * Where mails go out: {@code smtp://[user:password@]host[:port]}, or {@code smtps://} for TLS from the first byte.
 *
 * @param port  587 if none is given, and 465 for {@code smtps}
 * @param login user and password, which an unencrypted connection to another machine never carries
 */
public record SmtpAddress(String host, int port, boolean tls, Optional<Login> login) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** What the server knows us by. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return user + ":…";
        }
    }

    /** @throws IllegalArgumentException if it is no such address; the message says how one looks and repeats no password */
    public static SmtpAddress parse(String text) {
        try {
            var uri = new URI(text.strip());
            var tls = "smtps".equals(uri.getScheme());
            if ((tls || "smtp".equals(uri.getScheme())) && uri.getHost() != null && plain(uri)) {
                var port = uri.getPort() > 0 ? uri.getPort() : tls ? 465 : 587;
                return new SmtpAddress(uri.getHost(), port, tls, login(uri.getRawUserInfo()));
            }
        } catch (URISyntaxException | IllegalArgumentException e) {
            // The message below says all there is to say, without the password that the exception may quote.
        }
        throw new IllegalArgumentException(
                "flotilla.smtp is not an SMTP address; give it as smtp://host:port or smtp://user:password@host:port"
                        + " (smtps:// for TLS; special characters in user and password as %40 and the like)");
    }

    boolean onThisMachine() {
        return LOOPBACK.contains(host);
    }

    private static boolean plain(URI uri) {
        return uri.getRawPath().replace("/", "").isEmpty() && uri.getRawQuery() == null;
    }

    private static Optional<Login> login(String userInfo) {
        if (userInfo == null) {
            return Optional.empty();
        }
        var parts = userInfo.split(":", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException("a user without a password");
        }
        return Optional.of(new Login(decoded(parts[0]), decoded(parts[1])));
    }

    /** As in any URI, a plus sign is a plus sign. */
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
