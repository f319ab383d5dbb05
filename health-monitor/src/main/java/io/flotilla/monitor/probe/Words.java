package io.flotilla.monitor.probe;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;

import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.VertxException;
import io.vertx.core.http.HttpClosedException;

/** What a check met, in words for the person who reads the mail. */
final class Words {
    private static final int EXCERPT = 120;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    private Words() {}

    static Fault fault(Throwable cause) {
        if (inChain(cause, UnknownHostException.class)) {
            return Fault.UNRESOLVED;
        } else if (inChain(cause, SSLException.class) || inChain(cause, CertificateException.class)) {
            return Fault.UNTRUSTED;
        } else if (inChain(cause, ConnectTimeoutException.class)) {
            return Fault.TIMED_OUT;
        } else if (inChain(cause, NoRouteToHostException.class)) {
            return Fault.UNREACHABLE;
        } else if (inChain(cause, ConnectException.class)) {
            return String.valueOf(cause.getMessage()).contains("refused") ? Fault.REFUSED : Fault.UNREACHABLE;
        } else if (inChain(cause, HttpClosedException.class) || inChain(cause, SocketException.class)
                || inChain(cause, VertxException.class)) {
            return Fault.CUT_OFF;
        }
        return Fault.MALFORMED;
    }

    static String of(Fault fault, Throwable cause, URI url) {
        var host = url.getAuthority();
        return switch (fault) {
            case UNRESOLVED -> "the name %s has no address".formatted(url.getHost());
            case REFUSED -> "connection refused: nothing listens on " + host;
            case UNREACHABLE -> "no connection to %s: %s".formatted(host, reason(cause));
            case UNTRUSTED -> "no trusted TLS connection to %s: %s".formatted(host, reason(cause));
            case TIMED_OUT -> "no connection to %s in time".formatted(host);
            case CUT_OFF -> "the connection was closed before the answer was complete";
            default -> "not an HTTP answer: " + reason(cause);
        };
    }

    static String status(int code, String phrase) {
        var words = phrase == null || phrase.isBlank() ? HttpResponseStatus.valueOf(code).reasonPhrase() : phrase;
        return excerpt("%d %s".formatted(code, words));
    }

    static String of(Duration time) {
        return time.toMillis() < 1000
                ? "%d ms".formatted(time.toMillis())
                : "%s s".formatted(Math.round(time.toMillis() / 100.0) / 10.0).replace(".0 s", " s");
    }

    /** What servers say goes into mails and pages: one line of it, and not a long one. */
    static String excerpt(String text) {
        var line = CONTROL.matcher(text).replaceAll(" ").strip();
        return line.length() <= EXCERPT ? line : line.substring(0, EXCERPT) + "…";
    }

    /** The innermost cause says most: "certificate expired" rather than "handshake failed". */
    private static String reason(Throwable cause) {
        var said = chain(cause).map(Throwable::getMessage).filter(text -> text != null && !text.isBlank())
                .reduce((outer, inner) -> inner);
        return excerpt(said.orElse(cause.getClass().getSimpleName()));
    }

    private static boolean inChain(Throwable cause, Class<?> type) {
        return chain(cause).anyMatch(type::isInstance);
    }

    private static Stream<Throwable> chain(Throwable cause) {
        return Stream.iterate(cause, link -> link != null && link.getCause() != link, Throwable::getCause).limit(10);
    }
}
