package io.flotilla.monitor.probe;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;

/**
 * What to ask, and which answers are good.
 *
 * @param url       an absolute {@code http} or {@code https} address
 * @param redirects which ones to follow
 * @param prefix    the app's path on that host, with a slash at both ends; matters for {@link Redirects#WITHIN}
 * @param timeout   how long the whole exchange may take, redirects and body included
 */
public record Check(URI url, Redirects redirects, String prefix, Expectation expected, Duration timeout) {

    /** An app: an answer that leads out of its prefix is not the app's. */
    public Check(URI url, String prefix, Expectation expected, Duration timeout) {
        this(url, Redirects.WITHIN, prefix, expected, timeout);
    }

    /** Where an answer may send us. */
    public enum Redirects {
        /** Only inside the app: same origin, and below its prefix. */
        WITHIN,
        /** Anywhere, but never from a public address to a private one. */
        ANYWHERE,
        /** Nowhere: a redirect is an answer like any other. */
        NOWHERE
    }

    /** Whether an address is the app's own: same scheme, host and port, and below its prefix. */
    boolean owns(URI address) {
        return origin(address).equals(origin(url)) && (address.getPath() + "/").startsWith(prefix);
    }

    private static String origin(URI address) {
        var port = address.getPort() >= 0 ? address.getPort() : "https".equals(address.getScheme()) ? 443 : 80;
        return "%s://%s:%d".formatted(address.getScheme(), address.getHost(), port).toLowerCase(Locale.ROOT);
    }
}
