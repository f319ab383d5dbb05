package io.flotilla.deployer.local.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

/** Bodies, streams and connections: that they come whole, as they are sent, and for as long as they take. */
class GatewayStreamsTest extends OpenGateway {

    @Test
    void streamsBodiesOfAnySizeBothWays() throws Exception {
        put(sales.route("/sales/"));
        var upload = client.send(request("/sales/upload").POST(BodyPublishers.ofByteArray(new byte[48 * MEGABYTE]))
                .build(), BodyHandlers.ofString());
        assertEquals(Integer.toString(48 * MEGABYTE), upload.body());
        try (var download = open("/sales/download?megabytes=300").body()) {
            assertEquals(300L * MEGABYTE, download.transferTo(OutputStream.nullOutputStream()));
        }
    }

    @Test
    void takesHeadersAsLargeAsALoadBalancerDoes() throws Exception {
        put(sales.route("/sales/"));
        var cookie = "c=" + "x".repeat(60 * 1024);
        assertEquals(cookie, seen("/sales/", "Cookie", cookie).getJsonObject("headers").getString("cookie"));
    }

    @Test
    void letsEventsThroughAsTheyCome() throws Exception {
        put(sales.route("/sales/"));
        var answer = open("/sales/events"); // comes back with the head, before there is any event
        assertEquals(200, answer.statusCode());
        sales.secondEvent.countDown();
        try (var events = answer.body()) {
            assertEquals("data: one\n\n", new String(events.readNBytes("data: one\n\n".length())));
        }
        assertTrue(sales.eventsGone.await(30, TimeUnit.SECONDS), "the app never learnt that its client has gone");
    }

    @Test
    void passesWebSocketsThroughWithoutWhatAClientForges() throws Exception {
        put(sales.route("/sales/"));
        var heard = new Listener();
        var socket = client.newWebSocketBuilder().header("X-Forwarded-Prefix", "/evil")
                .buildAsync(URI.create("ws://localhost:" + port + "/sales/socket"), heard).join();
        assertEquals("null", heard.next());
        socket.sendText("ahoy", true).join();
        assertEquals("ahoy", heard.next());
        socket.abort();
    }

    @Test
    void letsARequestEndBeforeItsTargetLeaves() throws Exception {
        var route = sales.route("/sales/");
        put(route);
        var answer = client.sendAsync(request("/sales/held").build(), BodyHandlers.ofString());
        await(() -> sales.isHolding());
        route.targets().deregister("Sales");
        assertEquals(503, get("/sales/", "*/*").statusCode());
        assertTrue(route.targets().has("Sales"), "its drain of no time at all waits for the request");
        sales.held.complete();
        assertEquals("Sales", answer.get(60, TimeUnit.SECONDS).body());
        await(() -> !route.targets().has("Sales"));
    }

    @Test
    void drainsForNoEventStream() throws Exception {
        var route = sales.route("/sales/");
        put(route);
        try (var events = open("/sales/events").body()) {
            route.targets().deregister("Sales");
            await(() -> !route.targets().has("Sales"));
        }
    }

    @Test
    void doesNotPassOffHalfABodyAsAWholeOne() throws Exception {
        put(sales.route("/sales/"));
        try (var body = open("/sales/broken").body()) {
            assertThrows(IOException.class, body::readAllBytes);
        }
    }

    @Test
    void givesUpOnAnAppThatStaysSilent() throws Exception {
        put(sales.route("/sales/"));
        var impatient = ports.next();
        try (var other = Gateway.open(impatient, "/portal/", STATE, routes, Duration.ofMillis(100))) {
            var answer = client.send(request(impatient, "/sales/silent").build(), BodyHandlers.ofString());
            assertEquals(502, answer.statusCode(), other::toString);
        }
    }
}
