package io.flotilla.monitor.probe;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;

/** One check under way: the first request and the redirects after it. All of it happens on one event loop. */
final class Exchange {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int MAX_REDIRECTS = 5;

    /** Enough to know that an app really answers; what is longer is cut off, not read. */
    private static final int MAX_BODY = 64 * 1024;

    private final Vertx vertx;
    private final HttpClient client;
    private final Check check;
    private final Instant at;
    private final long began = System.nanoTime();
    private final CompletableFuture<ProbeResult> result = new CompletableFuture<>();

    private HttpClientRequest request;
    private HttpClientResponse response;

    Exchange(Vertx vertx, HttpClient client, Check check, Instant at) {
        this.vertx = vertx;
        this.client = client;
        this.check = check;
        this.at = at;
    }

    CompletionStage<ProbeResult> run() {
        Context context = vertx.getOrCreateContext();
        context.runOnContext(go -> {
            var timer = vertx.setTimer(Math.max(1, check.timeout().toMillis()), late -> timedOut());
            result.whenComplete((seen, failure) -> vertx.cancelTimer(timer));
            ask(check.url(), 0);
        });
        return result;
    }

    private void ask(URI url, int redirects) {
        try {
            client.request(new RequestOptions()
                    .setMethod(HttpMethod.GET)
                    .setAbsoluteURI(url.toString())
                    .setConnectTimeout(Math.max(1, check.timeout().toMillis()))
                    .putHeader(HttpHeaders.USER_AGENT, "Flotilla-health-monitor")
                    .putHeader(HttpHeaders.ACCEPT, "*/*"))
                    .onFailure(this::failed)
                    .onSuccess(made -> send(made, url, redirects));
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    private void send(HttpClientRequest made, URI url, int redirects) {
        request = made;
        if (result.isDone()) {
            hangUp();
            return;
        }
        made.send().onFailure(this::failed).onSuccess(answer -> {
            response = answer;
            var target = answer.getHeader(HttpHeaders.LOCATION);
            if (REDIRECTS.contains(answer.statusCode()) && target != null) {
                follow(url, target, redirects);
            } else {
                read(answer);
            }
        });
    }

    private void follow(URI from, String target, int redirects) {
        hangUp();
        URI to;
        try {
            to = from.resolve(target).normalize();
        } catch (IllegalArgumentException e) {
            finish(Fault.MALFORMED, "redirected to something that is no address: " + Words.excerpt(target));
            return;
        }
        if (to.getHost() == null || !check.owns(to)) {
            finish(Fault.LED_AWAY, "redirected out of the app, to " + Words.excerpt(to.toString()));
        } else if (redirects == MAX_REDIRECTS) {
            finish(Fault.TOO_MANY_REDIRECTS, "redirected more than %d times".formatted(MAX_REDIRECTS));
        } else {
            response = null;
            ask(to, redirects + 1);
        }
    }

    private void read(HttpClientResponse answer) {
        var size = new int[1];
        answer.exceptionHandler(this::failed)
                .handler(part -> {
                    size[0] += part.length();
                    if (size[0] > MAX_BODY) {
                        answered(answer);
                        hangUp();
                    }
                })
                .endHandler(end -> answered(answer));
    }

    private void answered(HttpClientResponse answer) {
        var words = Words.status(answer.statusCode(), answer.statusMessage());
        if (check.accepts(answer.statusCode())) {
            complete(Optional.empty(), words + " in " + Words.of(elapsed()));
        } else {
            finish(Fault.BAD_STATUS, words);
        }
    }

    private void timedOut() {
        var waiting = request == null ? "no connection" : response == null ? "no answer" : "no end of the answer";
        finish(Fault.TIMED_OUT, "%s within %s".formatted(waiting, Words.of(check.timeout())));
        hangUp();
    }

    private void failed(Throwable cause) {
        var fault = Words.fault(cause);
        finish(fault, Words.of(fault, cause, check.url()));
    }

    private void finish(Fault fault, String seen) {
        complete(Optional.of(fault), seen);
    }

    private void complete(Optional<Fault> fault, String seen) {
        var status = response == null ? OptionalInt.empty() : OptionalInt.of(response.statusCode());
        result.complete(new ProbeResult(at, elapsed(), status, fault, seen));
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Ends the connection at once, so that nobody goes on sending what nobody reads. */
    private void hangUp() {
        if (request != null) {
            request.reset();
        }
    }
}
