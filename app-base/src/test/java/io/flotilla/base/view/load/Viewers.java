package io.flotilla.base.view.load;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;

/** People before one page, each with a connection of their own, who change the filter again and again. */
final class Viewers implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client;
    private final int port;
    private final IntFunction<Update> updates;

    /** A change of the filter as a browser sends it. @param body empty for a GET; @param proof what stands in the answer */
    record Update(String uri, java.util.Map<String, String> headers, String body, String proof) {}

    /** @param millis from when an update was due until its answer was there, sorted */
    record Seen(double[] millis, long failures, double seconds) {
        double percentile(double of) {
            return millis.length == 0 ? Double.NaN : millis[(int) Math.min(millis.length - 1, millis.length * of)];
        }
    }

    private static final class Tally {
        private double[] millis = new double[1 << 16];
        private int count;
        private long failures;

        private void add(double one) {
            if (count == millis.length) {
                millis = Arrays.copyOf(millis, 2 * count);
            }
            millis[count++] = one;
        }
    }

    /** @param updates the n-th change that anybody makes */
    Viewers(int people, int port, IntFunction<Update> updates) {
        this.client = vertx.createHttpClient(new HttpClientOptions().setPipelining(false).setKeepAliveTimeout(300),
                new PoolOptions().setHttp1MaxSize(people));
        this.port = port;
        this.updates = updates;
    }

    /** Everyone asks again as soon as they have their answer. */
    Seen withoutPause(int people, int seconds) {
        var tally = new Tally();
        var context = vertx.getOrCreateContext();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        long begun = System.nanoTime();
        var all = new CompletableFuture<?>[people];
        for (int i = 0; i < people; i++) {
            int first = i;
            var done = new CompletableFuture<Void>();
            all[i] = done;
            context.runOnContext(here -> again(first, people, end, tally, done));
        }
        CompletableFuture.allOf(all).join();
        return seen(tally, begun);
    }

    /** Everyone asks once a second, each at another moment of it, whether the last answer is there or not. */
    Seen onceASecond(int people, int seconds) {
        var tally = new Tally();
        var context = vertx.getOrCreateContext();
        var all = new CompletableFuture<?>[people * seconds];
        long begun = System.nanoTime();
        for (int i = 0; i < all.length; i++) {
            var done = new CompletableFuture<Void>();
            all[i] = done;
            int number = i;
            long due = begun + TimeUnit.SECONDS.toNanos(1) + TimeUnit.MILLISECONDS.toNanos(1_000L * i / people);
            context.runOnContext(here -> vertx.setTimer(Math.max(1, (due - System.nanoTime()) / 1_000_000),
                    timer -> ask(number, due, tally).onComplete(answer -> done.complete(null))));
        }
        CompletableFuture.allOf(all).join();
        return seen(tally, begun);
    }

    private void again(int number, int people, long end, Tally tally, CompletableFuture<Void> done) {
        if (System.nanoTime() >= end) {
            done.complete(null);
            return;
        }
        ask(number, System.nanoTime(), tally)
                .onComplete(answer -> again(number + people, people, end, tally, done));
    }

    private io.vertx.core.Future<Void> ask(int number, long due, Tally tally) {
        var update = updates.apply(number);
        return client
                .request(update.body().isEmpty() ? HttpMethod.GET : HttpMethod.POST, port, "127.0.0.1", update.uri())
                .compose(request -> {
                    update.headers().forEach(request::putHeader);
                    return request.send(Buffer.buffer(update.body()));
                }).compose(response -> response.body().map(body -> {
                    if (response.statusCode() != 200 || !body.toString().contains(update.proof())) {
                        throw new IllegalStateException("%d: %s".formatted(response.statusCode(), body));
                    }
                    tally.add((System.nanoTime() - due) / 1e6);
                    return (Void) null;
                })).onFailure(failure -> {
                    if (tally.failures++ == 0) {
                        System.out.println("failed: " + failure);
                    }
                });
    }

    private static Seen seen(Tally tally, long begun) {
        var millis = Arrays.copyOf(tally.millis, tally.count);
        Arrays.sort(millis);
        return new Seen(millis, tally.failures, (System.nanoTime() - begun) / 1e9);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
