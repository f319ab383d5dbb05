package io.flotilla.monitor.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.KeyStoreOptions;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbeTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final Probe probe = new Probe(VERTX, InstantSource.system());

    @AfterAll
    static void close() throws Exception {
        VERTX.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Test
    void seesAGoodAnswer() throws Exception {
        var result = ask(http(request -> request.response().end("fine")), PATIENCE);

        assertTrue(result.good());
        assertEquals(OptionalInt.of(200), result.status());
        assertTrue(result.seen().startsWith("200 OK in "), result.seen());
    }

    @Test
    void seesABadStatus() throws Exception {
        var result = ask(http(request -> request.response().setStatusCode(503).end()), PATIENCE);

        assertEquals(Optional.of(Fault.BAD_STATUS), result.fault());
        assertEquals("503 Service Unavailable", result.seen());
    }

    @Test
    void seesThatNothingListens() throws Exception {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }

        var result = ask(port, PATIENCE);

        assertEquals(Optional.of(Fault.REFUSED), result.fault());
        assertEquals("connection refused: nothing listens on 127.0.0.1:" + port, result.seen());
    }

    @Test
    void seesThatAHostHasNoAddress() throws Exception {
        var result = ask(new Check(URI.create("http://no-such-host.invalid/sales/"), "/sales/",
                Expectation.status(200, 399), PATIENCE));

        assertEquals(Optional.of(Fault.UNRESOLVED), result.fault());
        assertEquals("the name no-such-host.invalid has no address", result.seen());
    }

    @Test
    void distrustsACertificateThatNobodySigned(@TempDir Path folder) throws Exception {
        var server = VERTX.createHttpServer(new HttpServerOptions().setSsl(true).setKeyCertOptions(selfSigned(folder)))
                .requestHandler(request -> request.response().end());
        var port = started(server);

        var result = ask(new Check(URI.create("https://127.0.0.1:" + port + "/sales/"), "/sales/",
                Expectation.status(200, 399), PATIENCE));

        assertEquals(Optional.of(Fault.UNTRUSTED), result.fault());
        assertTrue(result.seen().startsWith("no trusted TLS connection to 127.0.0.1:" + port + ": "), result.seen());
    }

    @Test
    void givesUpOnAServerThatNeverAnswers() throws Exception {
        var result = ask(http(request -> {}), SHORT);

        assertEquals(Optional.of(Fault.TIMED_OUT), result.fault());
        assertEquals("no answer within 300 ms", result.seen());
    }

    @Test
    void givesUpOnAnAnswerThatNeverEnds() throws Exception {
        var result = ask(http(request -> {
            var response = request.response().setChunked(true);
            VERTX.setPeriodic(20, drip -> response.write("."));
        }), SHORT);

        assertEquals(Optional.of(Fault.TIMED_OUT), result.fault());
        assertEquals("no end of the answer within 300 ms", result.seen());
    }

    @Test
    void readsNoMoreOfALongAnswerThanItNeeds() throws Exception {
        var cutOff = new CompletableFuture<Void>();
        var port = http(request -> {
            request.connection().closeHandler(cutOff::complete);
            var response = request.response().setChunked(true);
            pour(response::writeQueueFull, () -> response.write(Buffer.buffer(new byte[64 * 1024])),
                    more -> response.drainHandler(ready -> more.run()), cutOff);
        });

        var result = ask(port, PATIENCE);

        assertTrue(result.good(), result.seen());
        cutOff.get(20, TimeUnit.SECONDS);
    }

    @Test
    void seesThatTheConnectionWasCut() throws Exception {
        var port = tcp(socket -> socket.handler(
                request -> socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf").onComplete(
                        written -> socket.close())));

        assertEquals(Optional.of(Fault.CUT_OFF), ask(port, PATIENCE).fault());
    }

    @Test
    void seesThatItIsNotHttp() throws Exception {
        var port = tcp(socket -> socket.handler(request -> socket.write("220 mail.example.com ESMTP\r\n\r\n")));

        assertEquals(Optional.of(Fault.MALFORMED), ask(port, PATIENCE).fault());
    }

    @Test
    void refusesAFloodOfHeaders() throws Exception {
        var port = tcp(socket -> socket.handler(request -> {
            socket.write("HTTP/1.1 200 OK\r\n");
            VERTX.setPeriodic(1, drip -> socket.write("X-Flood: " + "x".repeat(4000) + "\r\n"));
        }));

        assertEquals(Optional.of(Fault.MALFORMED), ask(port, PATIENCE).fault());
    }

    @Test
    void followsRedirectsWithinTheApp() throws Exception {
        var port = http(request -> {
            if (request.path().equals("/sales/")) {
                request.response().setStatusCode(302).putHeader("Location", "/sales/home?x=1").end();
            } else {
                request.response().setStatusCode(request.uri().equals("/sales/home?x=1") ? 200 : 500).end();
            }
        });

        var result = ask(port, PATIENCE);

        assertTrue(result.good(), result.seen());
    }

    @Test
    void doesNotFollowRedirectsOutOfTheApp() throws Exception {
        var asked = new ArrayList<String>();
        for (var target : List.of("/", "/sales/../portal/", "/salesroom/", "https://login.example.com/sales/",
                "//example.com/sales/")) {
            var port = http(request -> {
                asked.add(request.path());
                request.response().setStatusCode(302).putHeader("Location", target).end();
            });

            var result = ask(port, PATIENCE);

            assertEquals(Optional.of(Fault.LED_AWAY), result.fault(), target);
            assertTrue(result.seen().startsWith("redirected out of the app, to http"), result.seen());
        }
        assertEquals(List.of("/sales/", "/sales/", "/sales/", "/sales/", "/sales/"), asked);
    }

    @Test
    void losesPatienceWithRedirectsForEver() throws Exception {
        var port = http(request -> request.response().setStatusCode(307).putHeader("Location", "/sales/again").end());

        var result = ask(port, PATIENCE);

        assertEquals(Optional.of(Fault.TOO_MANY_REDIRECTS), result.fault());
        assertEquals("redirected more than 5 times", result.seen());
    }

    @Test
    void isNotHeldUpByHungNeighboursOnTheSameHost() throws Exception {
        var port = http(request -> {
            if (request.path().equals("/sales/")) {
                request.response().end();
            }
        });
        for (var i = 0; i < 200; i++) {
            probe.run(new Check(URI.create("http://127.0.0.1:" + port + "/hung/" + i), "/hung/",
                    Expectation.status(200, 399), PATIENCE));
        }

        assertTrue(ask(port, PATIENCE).good());
    }

    private ProbeResult ask(int port, Duration timeout) throws Exception {
        return ask(new Check(URI.create("http://127.0.0.1:" + port + "/sales/"), "/sales/",
                Expectation.status(200, 399), timeout));
    }

    private ProbeResult ask(Check check) throws Exception {
        return probe.run(check).toCompletableFuture().get(40, TimeUnit.SECONDS);
    }

    private static int http(io.vertx.core.Handler<HttpServerRequest> handler) throws Exception {
        return started(VERTX.createHttpServer().requestHandler(handler));
    }

    private static int started(HttpServer server) throws Exception {
        return server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS)
                .actualPort();
    }

    private static int tcp(io.vertx.core.Handler<NetSocket> handler) throws Exception {
        NetServer server = VERTX.createNetServer().connectHandler(handler);
        return server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS)
                .actualPort();
    }

    private static KeyStoreOptions selfSigned(Path folder) throws Exception {
        var store = folder.resolve("keys.p12");
        var made = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "self", "-keyalg", "EC", "-dname", "CN=127.0.0.1", "-ext", "san=ip:127.0.0.1",
                "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", "changeit")
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        assertEquals(0, made.waitFor());
        return new KeyStoreOptions().setType("PKCS12").setPath(store.toString()).setPassword("changeit");
    }

    private static void pour(java.util.function.BooleanSupplier full, Runnable write,
            java.util.function.Consumer<Runnable> whenReady, CompletableFuture<Void> until) {
        while (!full.getAsBoolean() && !until.isDone()) {
            write.run();
        }
        if (!until.isDone()) {
            whenReady.accept(() -> pour(full, write, whenReady, until));
        }
    }
}
