package io.flotilla.monitor.probe;

import java.net.URI;
import java.time.Duration;

/**
 * What to ask an app, and which answers are good.
 *
 * @param url        an absolute {@code http} or {@code https} address
 * @param prefix     the app's path on that host, with a slash at both ends; an answer that leads out of it is not the app's
 * @param statusFrom the lowest good status
 * @param statusTo   the highest good status
 * @param timeout    how long the whole exchange may take, redirects and body included
 */
public record Check(URI url, String prefix, int statusFrom, int statusTo, Duration timeout) {
    boolean accepts(int status) {
        return statusFrom <= status && status <= statusTo;
    }

    /** Whether an address is the app's own: same scheme, host and port, and below its prefix. */
    boolean owns(URI address) {
        return origin(address).equals(origin(url)) && (address.getPath() + "/").startsWith(prefix);
    }

    private static String origin(URI address) {
        var port = address.getPort() >= 0 ? address.getPort() : "https".equals(address.getScheme()) ? 443 : 80;
        return "%s://%s:%d".formatted(address.getScheme(), address.getHost(), port).toLowerCase(java.util.Locale.ROOT);
    }
}
