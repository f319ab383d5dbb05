package io.flotilla.deployer.local.gateway;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/**
 * What the gateway itself answers when no app can: a small page for a browser, one line for everything else.
 *
 * @param status  the HTTP status
 * @param title   what is the matter
 * @param text    since when, why, and what to do
 * @param retry   when it is worth asking again; a browser then does so by itself
 */
record GatewayPage(int status, String title, String text, Optional<Duration> retry) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss")
            .withZone(ZoneId.systemDefault());
    private static final String HTML = """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            %s<title>%s</title>
            <style>
              :root { color-scheme: light dark }
              body { font: 1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 20vh auto; padding: 0 1rem }
              h1 { font-size: 1.5rem }
            </style>
            <h1>%s</h1>
            <p>%s</p>
            <p><a href="/">To the fleet's front door</a></p>
            </html>
            """;

    static GatewayPage unknown(String path) {
        return new GatewayPage(404, "Nothing is here", "No app of this fleet answers under " + path + ".",
                Optional.empty());
    }

    /** An app that is starting will be there in a moment; one that is gone may take longer. */
    static GatewayPage unavailable(Route route) {
        var absence = route.absence().get();
        var starting = absence.starting();
        return new GatewayPage(503, route.title() + (starting ? " is starting" : " is not running"),
                "%s since %s. %s".formatted(starting ? "Starting" : "Not running", TIME.format(absence.since()),
                        absence.advice()).strip(),
                Optional.of(Duration.ofSeconds(starting ? 2 : 5)));
    }

    static GatewayPage broken(Route route, int port, Throwable failure) {
        return new GatewayPage(502, route.title() + " does not answer",
                "Its process on port %d took the request and gave no answer (%s). Its log may say why."
                        .formatted(port, reason(failure)),
                Optional.empty());
    }

    private static String reason(Throwable failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    void send(HttpServerRequest request) {
        var response = request.response().setStatusCode(status).putHeader("Content-Type", contentType(request))
                .putHeader("Cache-Control", "no-store");
        retry.ifPresent(after -> response.putHeader("Retry-After", Long.toString(after.toSeconds())));
        response.end(body(request));
    }

    static String contentType(HttpServerRequest request) {
        return (wantsHtml(request) ? "text/html" : "text/plain") + "; charset=utf-8";
    }

    Buffer body(HttpServerRequest request) {
        return Buffer.buffer(wantsHtml(request) ? html(request) : "%s. %s\n".formatted(title, text));
    }

    private String html(HttpServerRequest request) {
        // Only what was asked for by GET can be asked for again without a second thought.
        var refresh = retry.filter(after -> request.method().equals(HttpMethod.GET))
                .map(after -> "<meta http-equiv=\"refresh\" content=\"%d\">\n".formatted(after.toSeconds())).orElse("");
        return HTML.formatted(refresh, escaped(title), escaped(title), escaped(text));
    }

    private static boolean wantsHtml(HttpServerRequest request) {
        var accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/html");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
