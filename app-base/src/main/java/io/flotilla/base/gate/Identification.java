package io.flotilla.base.gate;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.flotilla.base.access.Person;
import io.flotilla.base.edge.ClientAddress;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;

/**
 * Tells the app who asks, in headers that nobody else can set: whatever a client sends that an app could take for them is
 * dropped. Many servers turn names into variables and cannot tell {@code -} from {@code _} or {@code .} there (CGI, RFC 3875
 * section 4.1.18; WSGI), so a name with anything but letters, digits and dashes does not pass.
 */
final class Identification {
    static final String PERSON = "Flotilla-Person";
    static final String NAME = "Flotilla-Name";
    static final String EMAIL = "Flotilla-Email";
    static final String GROUPS = "Flotilla-Groups";
    /** Names, or beginnings of names, by which apps learn from other proxies who asks and from where. */
    private static final List<String> CLAIMS = List.of("flotilla-", "x-forwarded-", "forwarded", "x-real-ip",
            "x-original-", "x-rewrite-", "remote-", "x-remote-", "x-auth-request-", "x-webauth-", "x-authenticated-",
            "x-amzn-oidc-", "cf-access-", "proxy", "x-http-method");
    /** The gate's own cookies: the session is none of the app's business. */
    private static final List<String> COOKIES = List.of("q_", "csrf-token");

    private final String scheme;

    /** @param scheme what the world sees: {@code https} behind a load balancer that ends TLS */
    Identification(String scheme) {
        this.scheme = scheme;
    }

    /** Drops what a client claims, and says who it is instead. */
    void replace(RoutingContext context, Person person) {
        var headers = context.request().headers();
        var client = ClientAddress.of(context);
        dropNominated(headers);
        headers.names().stream().filter(Identification::isClaim).toList().forEach(headers::remove);
        keepOnlyTheAppsCookies(headers);
        headers.set(PERSON, encoded(person.id()));
        headers.set(NAME, encoded(person.name()));
        headers.set(EMAIL, encoded(person.email()));
        headers.set(GROUPS, new TreeSet<>(person.groups()).stream().map(Identification::encoded)
                .collect(Collectors.joining(",")));
        headers.set("X-Forwarded-For", client);
        headers.set("X-Forwarded-Proto", scheme);
    }

    /** What {@code Connection} names is for the next hop alone (RFC 9110, section 7.6.1); it must not reach what is set here. */
    private static void dropNominated(MultiMap headers) {
        var upgrade = "websocket".equalsIgnoreCase(headers.get("Upgrade"));
        tokens(headers.getAll("Connection")).filter(name -> !(upgrade && name.equals("upgrade"))
                && !List.of("host", "content-length", "transfer-encoding").contains(name)).forEach(headers::remove);
        headers.remove("Connection");
        if (upgrade) {
            headers.set("Connection", "Upgrade");
        } else {
            headers.remove("Upgrade").remove("HTTP2-Settings");
        }
    }

    private static Stream<String> tokens(List<String> values) {
        return values.stream().flatMap(value -> Arrays.stream(value.split(",")))
                .map(name -> name.strip().toLowerCase(Locale.ROOT)).filter(name -> !name.isEmpty());
    }

    private static boolean isClaim(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return !lower.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-')
                || CLAIMS.stream().anyMatch(lower::startsWith);
    }

    private static void keepOnlyTheAppsCookies(MultiMap headers) {
        var kept = headers.getAll("Cookie").stream().flatMap(line -> Arrays.stream(line.split(";"))).map(String::strip)
                .filter(cookie -> !cookie.isEmpty() && !isOurs(cookie)).collect(Collectors.joining("; "));
        headers.remove("Cookie");
        if (!kept.isEmpty()) {
            headers.set("Cookie", kept);
        }
    }

    /** Whether a cookie, as {@code name=value}, is the gate's; the app may neither see such a one nor set it. */
    static boolean isOurs(String cookie) {
        return COOKIES.stream().anyMatch(cookie.strip()::startsWith);
    }

    /** Printable ASCII as it is, the rest of UTF-8, commas and percent signs in percent form: {@code Åsa} is {@code %C3%85sa}. */
    static String encoded(String text) {
        var encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b >= ' ' && b <= '~' && b != '%' && b != ',') {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(String.format("%02X", b));
            }
        }
        return encoded.toString();
    }
}
