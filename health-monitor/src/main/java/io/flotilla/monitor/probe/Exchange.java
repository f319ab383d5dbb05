package io.flotilla.monitor.probe;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.flotilla.monitor.probe.Check.Redirects;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.SocketAddress;

/** One check under way: the first request and the redirects after it. All of it happens on one event loop. */
final class Exchange {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int MAX_REDIRECTS = 5;

    private final Vertx vertx;
    private final HttpClient client;
    private final Check check;
    private final Instant at;
    private final long began = System.nanoTime();
    private final CompletableFuture<ProbeResult> result = new CompletableFuture<>();

    private HttpClientRequest request;
    private HttpClientResponse response;
    private Optional<Instant> expires = Optional.empty();

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
            ask(check.url(), Optional.empty(), 0);
        });
        return result;
    }

    /** @param address where to connect to, if it must be no other than this one */
    private void ask(URI url, Optional<InetAddress> address, int redirects) {
        try {
            var options = new RequestOptions()
                    .setMethod(HttpMethod.GET)
                    .setAbsoluteURI(url.toString())
                    .setConnectTimeout(Math.max(1, check.timeout().toMillis()))
                    .putHeader(HttpHeaders.USER_AGENT, "Flotilla-health-monitor")
                    .putHeader(HttpHeaders.ACCEPT, "*/*");
            address.ifPresent(to -> options.setServer(
                    SocketAddress.inetSocketAddress(new InetSocketAddress(to, options.getPort()))));
            client.request(options)
                    .onFailure(cause -> failed(cause, url))
                    .onSuccess(made -> send(made, url, redirects));
        } catch (RuntimeException e) {
            failed(e, url);
        }
    }

    private void send(HttpClientRequest made, URI url, int redirects) {
        request = made;
        if (result.isDone()) {
            hangUp();
            return;
        }
        expires = Certificates.expiryOf(made.connection());
        // What goes wrong fails the request; without these, it would also be written to the log.
        made.connection().exceptionHandler(told -> {});
        made.send().onFailure(cause -> failed(cause, url)).onSuccess(answer -> {
            response = answer;
            answer.exceptionHandler(told -> {});
            var target = answer.getHeader(HttpHeaders.LOCATION);
            if (REDIRECTS.contains(answer.statusCode()) && target != null && check.redirects() != Redirects.NOWHERE) {
                follow(url, target, redirects);
            } else {
                read(answer, url);
            }
        });
    }

    private void follow(URI from, String target, int redirects) {
        var outside = isPublic(request.connection().remoteAddress());
        hangUp();
        URI to;
        try {
            to = from.resolve(target).normalize();
        } catch (IllegalArgumentException e) {
            finish(Fault.MALFORMED, "redirected to something that is no address: " + Words.excerpt(target));
            return;
        }
        if (redirects == MAX_REDIRECTS) {
            finish(Fault.TOO_MANY_REDIRECTS, "redirected more than %d times".formatted(MAX_REDIRECTS));
        } else if (to.getHost() != null && check.owns(to)) {
            goOn(to, Optional.empty(), redirects);
        } else if (check.redirects() == Redirects.WITHIN || to.getHost() == null) {
            finish(Fault.LED_AWAY, "redirected out of the app, to " + Words.excerpt(to.toString()));
        } else {
            lookFirst(to, outside, redirects);
        }
    }

    /** Looks an address up before anything is sent there, and then uses the very address that was looked at. */
    private void lookFirst(URI to, boolean outside, int redirects) {
        var host = to.getHost().replaceAll("[\\[\\]]", "");
        ((VertxInternal) vertx).resolveAddress(host, looked -> {
            if (looked.failed()) {
                failed(looked.cause(), to);
            } else if (outside && !Addresses.isPublic(looked.result())) {
                finish(Fault.LED_INSIDE, "redirected to a private address, " + Words.excerpt(to.toString()));
            } else {
                goOn(to, Optional.of(looked.result()), redirects);
            }
        });
    }

    private void goOn(URI to, Optional<InetAddress> address, int redirects) {
        response = null;
        ask(to, address, redirects + 1);
    }

    private void read(HttpClientResponse answer, URI url) {
        var body = new Body(check.expected().text());
        answer.exceptionHandler(cause -> failed(cause, url))
                .handler(part -> {
                    if (!body.read(part)) {
                        answered(answer, body);
                        hangUp();
                    }
                })
                .endHandler(end -> answered(answer, body));
    }

    private void answered(HttpClientResponse answer, Body body) {
        var expected = check.expected();
        var words = Words.status(answer.statusCode(), answer.statusMessage());
        var missing = expected.missingIn(answer.headers()).or(body::missing);
        var took = elapsed();
        if (!expected.accepts(answer.statusCode())) {
            finish(Fault.BAD_STATUS, words);
        } else if (missing.isPresent()) {
            finish(Fault.WRONG_CONTENT, words + ", but " + missing.get());
        } else if (expected.latency().filter(limit -> took.compareTo(limit) > 0).isPresent()) {
            finish(Fault.TOO_SLOW, "%s, but in %s; it may take %s".formatted(words, Words.of(took),
                    Words.of(expected.latency().get())));
        } else {
            complete(Optional.empty(), words + " in " + Words.of(took));
        }
    }

    private void timedOut() {
        var waiting = request == null ? "no connection" : response == null ? "no answer" : "no end of the answer";
        finish(Fault.TIMED_OUT, "%s within %s".formatted(waiting, Words.of(check.timeout())));
        hangUp();
    }

    private void failed(Throwable cause, URI url) {
        var fault = Words.fault(cause);
        finish(fault, Words.of(fault, cause, url));
    }

    private void finish(Fault fault, String seen) {
        complete(Optional.of(fault), seen);
    }

    private void complete(Optional<Fault> fault, String seen) {
        var status = response == null ? OptionalInt.empty() : OptionalInt.of(response.statusCode());
        result.complete(new ProbeResult(at, elapsed(), status, fault, seen, expires));
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static boolean isPublic(SocketAddress remote) {
        try {
            return remote == null || remote.hostAddress() == null
                    || Addresses.isPublic(InetAddress.getByName(remote.hostAddress()));
        } catch (UnknownHostException e) {
            return true;
        }
    }

    /** Ends the connection at once, so that nobody goes on sending what nobody reads. */
    private void hangUp() {
        if (request != null) {
            request.reset();
        }
    }
}
