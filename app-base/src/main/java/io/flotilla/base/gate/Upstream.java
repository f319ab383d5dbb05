package io.flotilla.base.gate;

import java.net.URI;
import java.util.Set;

/**
 * The app behind the gate.
 *
 * @param host a name or number of loopback
 */
public record Upstream(String host, int port) {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    /** @throws IllegalArgumentException if it is not an address that only this machine can reach, with how to mend it */
    static Upstream of(String address) {
        try {
            var uri = URI.create(address);
            var bare = uri.getRawPath() == null || uri.getRawPath().isEmpty() || uri.getRawPath().equals("/");
            if ("http".equals(uri.getScheme()) && uri.getHost() != null && LOOPBACK.contains(uri.getHost())
                    && uri.getPort() > 0 && bare && uri.getRawQuery() == null && uri.getRawUserInfo() == null) {
                return new Upstream(uri.getHost().replaceAll("[\\[\\]]", ""), uri.getPort());
            }
        } catch (IllegalArgumentException notEvenAnAddress) {
            // Falls through to the one message.
        }
        throw new IllegalArgumentException(
                ("FLOTILLA_GATE_UPSTREAM is `%s`; write where the app listens on this machine, "
                        + "such as http://127.0.0.1:8050. On any other address others could reach it around the gate.")
                        .formatted(address));
    }
}
