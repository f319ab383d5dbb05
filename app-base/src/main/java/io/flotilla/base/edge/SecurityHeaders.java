package io.flotilla.base.edge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What every answer tells the browser to refuse. A route that needs other rules sets the header itself; it is not
 * overwritten. Sources: OWASP Secure Headers Project; no inline script or style is allowed anywhere.
 */
@ApplicationScoped
public class SecurityHeaders {
    /** A request with this mark is answered by an app that is not built on this one, and chooses its own headers. */
    public static final String LEFT_TO_THE_APP = "flotilla.headers-left-to-the-app";
    private static final int AFTER_PREFIX = 9_000;
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
            + "connect-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; manifest-src 'self'";

    private final boolean aws;

    SecurityHeaders(@ConfigProperty(name = "flotilla.platform", defaultValue = "local") String platform) {
        aws = platform.equals("aws");
    }

    void register(@Observes Filters filters) {
        filters.register(context -> {
            context.addHeadersEndHandler(ignored -> complete(context));
            context.next();
        }, AFTER_PREFIX);
    }

    private void complete(RoutingContext context) {
        var headers = context.response().headers();
        if (context.get(LEFT_TO_THE_APP) == null) {
            write(headers);
        } else {
            absent(headers, "Referrer-Policy", "same-origin");
        }
        if (aws) {
            absent(headers, "Strict-Transport-Security", "max-age=31536000");
        }
        // 499 is what sign-in answers a script whose session is over: htmx then loads the page anew, which signs in.
        if (context.response().getStatusCode() == 499) {
            headers.set("HX-Refresh", "true");
        }
    }

    static void write(MultiMap headers) {
        absent(headers, "Content-Security-Policy", POLICY);
        absent(headers, "X-Content-Type-Options", "nosniff");
        absent(headers, "Referrer-Policy", "same-origin");
        absent(headers, "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        absent(headers, "Cross-Origin-Opener-Policy", "same-origin");
        absent(headers, "Cross-Origin-Resource-Policy", "same-origin");
        // Pages are one person's: neither a shared cache nor the back button of the next person may show them.
        absent(headers, "Cache-Control", "no-store");
    }

    private static void absent(MultiMap headers, String name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }
}
