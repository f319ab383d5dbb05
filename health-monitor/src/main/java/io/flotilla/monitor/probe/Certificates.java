package io.flotilla.monitor.probe;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

import javax.net.ssl.SSLPeerUnverifiedException;

import io.vertx.core.http.HttpConnection;

/** What a connection says of the server's certificate. */
final class Certificates {
    private Certificates() {}

    /** When the server's own certificate runs out; those above it may be there for old clients only, and expired. */
    static Optional<Instant> expiryOf(HttpConnection connection) {
        if (!connection.isSsl()) {
            return Optional.empty();
        }
        try {
            return connection.sslSession().getPeerCertificates()[0] instanceof X509Certificate own
                    ? Optional.of(own.getNotAfter().toInstant())
                    : Optional.empty();
        } catch (SSLPeerUnverifiedException e) {
            return Optional.empty();
        }
    }
}
