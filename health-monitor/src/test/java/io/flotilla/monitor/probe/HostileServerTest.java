package io.flotilla.monitor.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

import io.flotilla.monitor.probe.Check.Redirects;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.NetSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A real server on this machine that does what no honest one would. */
class HostileServerTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Expectation ANY_GOOD = Expectation.status(200, 399);

    private final Probe probe = new Probe(VERTX, InstantSource.system());

    @AfterAll
    static void close() throws Exception {
        VERTX.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Test
    void missesTheWordsThatAnAnswerMustHold() throws Exception {
        var port = http(request -> request.response().end("<h1>Service is being updated</h1>"));

        var result = ask(port, wanting("text", "all is well"));

        assertEquals(Optional.of(Fault.WRONG_CONTENT), result.fault());
        assertEquals("200 OK, but without the words “all is well”", result.seen());
    }

    @Test
    void findsWordsThatArriveInPieces() throws Exception {
        var port = http(request -> {
            var response = request.response().setChunked(true);
            List.of("all all is", " we", "", "ll, thank you").forEach(response::write);
            response.end();
        });

        assertTrue(ask(port, wanting("text", "all is well")).good());
    }

    @Test
    void looksForWordsInTheFirstMegabyteOfAnEndlessAnswer() throws Exception {
        var port = tcp(socket -> socket.handler(request -> {
            socket.write("HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\nall is wel");
            pour(socket);
        }));

        var result = ask(port, wanting("text", "all is well"));

        assertEquals("200 OK, but without the words “all is well”", result.seen());
    }

    @Test
    void missesAHeaderAndItsValue() throws Exception {
        var port = http(request -> request.response().putHeader("Content-Type", "text/html").end());

        assertTrue(ask(port, wanting("header", "content-type: text/html")).good());
        assertTrue(ask(port, wanting("header", "Content-Type")).good());
        assertEquals("200 OK, but without the header X-Version", ask(port, wanting("header", "X-Version: 7")).seen());
        assertEquals("200 OK, but with Content-Type: text/html instead of application/json",
                ask(port, wanting("header", "Content-Type: application/json")).seen());
    }

    @Test
    void callsAnAnswerBadThatComesTooLate() throws Exception {
        var port = http(request -> VERTX.setTimer(200, late -> request.response().end()));
        var expected = new Expectation(200, 399, Optional.empty(), Optional.empty(), Optional.of(SHORT.dividedBy(3)));

        var result = ask(port, expected);

        assertEquals(Optional.of(Fault.TOO_SLOW), result.fault());
        assertTrue(result.seen().startsWith("200 OK, but in "), result.seen());
        assertTrue(result.seen().endsWith("; it may take 100 ms"), result.seen());
    }

    @Test
    void unpacksNoBombs() throws Exception {
        var bomb = gzip("A".repeat(64 * 1024 * 1024).getBytes(StandardCharsets.US_ASCII));
        var port = http(request -> request.response().putHeader("Content-Encoding", "gzip").end(bomb));

        var result = ask(port, wanting("text", "AAAAAAAAAAAA"));

        assertEquals(Optional.of(Fault.WRONG_CONTENT), result.fault());
    }

    @Test
    void losesPatienceWithOneByteAtATime() throws Exception {
        var port = tcp(socket -> socket.handler(request -> {
            var drips = "HTTP/1.1 200 OK\r\nX-Slow: ".concat("loris".repeat(10_000)).toCharArray();
            var next = new int[1];
            VERTX.setPeriodic(20, drip -> socket.write(String.valueOf(drips[next[0]++ % drips.length])));
        }));

        var result = ask(new Check(url("127.0.0.1", port), "/sales/", ANY_GOOD, SHORT));

        assertEquals(Optional.of(Fault.TIMED_OUT), result.fault());
    }

    @Test
    void refusesMoreHeadersThanAnybodyNeeds() throws Exception {
        var port = tcp(socket -> socket.handler(request -> {
            socket.write("HTTP/1.1 200 OK\r\n");
            for (var i = 0; i < 10_000; i++) {
                socket.write("X-Flood-%d: 1\r\n".formatted(i));
            }
        }));

        assertEquals(Optional.of(Fault.MALFORMED), ask(port, ANY_GOOD).fault());
    }

    /** Where a machine has no ::1, that there is no way to it must be seen and said. */
    @Test
    void speaksToServersOfTheNewerInternetProtocol() throws Exception {
        var there = NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
                .anyMatch(own -> own instanceof Inet6Address && own.isLoopbackAddress());
        var port = there ? http("::1", request -> request.response().end()) : 1;

        var result = ask(new Check(url("[::1]", port), "/sales/", ANY_GOOD, PATIENCE));

        assertEquals(there, result.good(), result.seen());
        assertTrue(result.seen().startsWith(there ? "200 OK in " : "no connection to [::1]:1"), result.seen());
    }

    /** An address written as of the newer protocol, which every machine can reach. */
    @Test
    void understandsAddressesOfTheNewerInternetProtocol() throws Exception {
        var port = http(request -> request.response().end());

        var result = ask(new Check(url("[::ffff:127.0.0.1]", port), "/sales/", ANY_GOOD, PATIENCE));

        assertTrue(result.good(), result.seen());
    }

    @Test
    void followsRedirectsOfWhatIsOutsideTheFleet() throws Exception {
        var there = http(request -> request.response().end("here we are"));
        var port = http(request -> request.response().setStatusCode(302)
                .putHeader("Location", "http://localhost:" + there + "/elsewhere").end());

        var result = ask(new Check(url("127.0.0.1", port), Redirects.ANYWHERE, "/", Expectation.status(200, 200),
                PATIENCE));

        assertTrue(result.good(), result.seen());
    }

    @Test
    void takesARedirectForAnAnswerWhereItIsAskedTo() throws Exception {
        var port = http(request -> request.response().setStatusCode(302).putHeader("Location", "/sign-in").end());

        var result = ask(new Check(url("127.0.0.1", port), Redirects.NOWHERE, "/", Expectation.ANY_ANSWER, PATIENCE));

        assertTrue(result.seen().startsWith("302 Found in "), result.seen());
    }

    @Test
    void knowsWhichAddressesNobodyOutsideShouldSendItTo() throws Exception {
        for (var own : List.of("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
                "0.0.0.0", "224.0.0.1", "255.255.255.255", "198.18.0.1", "::1", "::", "fe80::1", "fd00:ec2::254",
                "::ffff:169.254.169.254", "64:ff9b::a9fe:a9fe", "ff02::1")) {
            assertFalse(Addresses.isPublic(InetAddress.getByName(own)), own);
        }
        for (var open : List.of("93.184.216.34", "100.128.0.1", "172.32.0.1", "2606:2800:220:1::1",
                "64:ff9b::808:808")) {
            assertTrue(Addresses.isPublic(InetAddress.getByName(open)), open);
        }
    }

    private static Expectation wanting(String what, String value) {
        return new Expectation(200, 399, Optional.of(value).filter(text -> what.equals("text")),
                Optional.of(value).filter(header -> what.equals("header")), Optional.empty());
    }

    private ProbeResult ask(int port, Expectation expected) throws Exception {
        return ask(new Check(url("127.0.0.1", port), "/sales/", expected, PATIENCE));
    }

    private ProbeResult ask(Check check) throws Exception {
        return probe.run(check).toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    private static URI url(String host, int port) {
        return URI.create("http://" + host + ":" + port + "/sales/");
    }

    private static int http(Handler<HttpServerRequest> handler) throws Exception {
        return http("127.0.0.1", handler);
    }

    private static int http(String address, Handler<HttpServerRequest> handler) throws Exception {
        return VERTX.createHttpServer().requestHandler(handler).listen(0, address).toCompletionStage()
                .toCompletableFuture().get(20, TimeUnit.SECONDS).actualPort();
    }

    private static int tcp(Handler<NetSocket> handler) throws Exception {
        return VERTX.createNetServer().connectHandler(handler).listen(0, "127.0.0.1").toCompletionStage()
                .toCompletableFuture().get(20, TimeUnit.SECONDS).actualPort();
    }

    /** Writes as long as anybody reads. */
    private static void pour(NetSocket socket) {
        var open = new boolean[]{true};
        socket.closeHandler(gone -> open[0] = false);
        var part = Buffer.buffer(new byte[64 * 1024]);
        Runnable more = () -> {
            while (open[0] && !socket.writeQueueFull()) {
                socket.write(part);
            }
        };
        socket.drainHandler(ready -> more.run());
        more.run();
    }

    private static Buffer gzip(byte[] plain) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return Buffer.buffer(packed.toByteArray());
    }
}
