package io.flotilla.deployer.local.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import io.flotilla.deployer.local.process.FreePorts;
import io.flotilla.deployer.local.targets.HealthChecks;
import io.flotilla.deployer.local.targets.TargetGroup;
import io.flotilla.deployer.platform.Targets.State;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class GatewayTest {
    private static final int MEGABYTE = 1024 * 1024;
    private static final Path STATE = Path.of("/the/state");

    private final FreePorts ports = new FreePorts(new Random());
    private final int port = ports.next();
    private final Routes routes = new Routes();
    private final SampleApp sales = new SampleApp("Sales");
    private final Gateway gateway = Gateway.open(port, "/portal/", STATE, routes);
    private final HealthChecks checks = new HealthChecks(routes::targetGroups).start();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void end() {
        checks.close();
        gateway.close();
        sales.close();
    }

    @Test
    void sendsEachRequestToTheAppOfTheLongestPath() throws Exception {
        try (var reports = new SampleApp("Reports")) {
            put(sales.route("/sales/"));
            put(reports.route("/sales/reports/"));
            assertEquals("Sales", seen("/sales/").getString("app"));
            assertEquals("Sales", seen("/sales").getString("app"));
            assertEquals("Sales", seen("/sales/reportsandmore").getString("app"));
            assertEquals("Reports", seen("/sales/reports/2026").getString("app"));
        }
    }

    @Test
    void keepsPathQueryAndTheHostThatTheBrowserUsed() throws Exception {
        put(sales.route("/sales/"));
        var seen = seen("/sales/a%20b/?q=%2F&q=2");
        assertEquals("/sales/a%20b/?q=%2F&q=2", seen.getString("uri"));
        assertEquals("localhost:" + port, seen.getJsonObject("headers").getString("host"));
    }

    @Test
    void answersForAPathThatNoAppHas() throws Exception {
        put(sales.route("/sales/"));
        var answer = get("/salesman/<b>", "text/html");
        assertEquals(404, answer.statusCode());
        assertFalse(answer.body().contains("<b>"), answer.body());
    }

    @Test
    void leadsTheFrontDoorToThePortal() throws Exception {
        var answer = get("/", "text/html");
        assertEquals(307, answer.statusCode());
        assertEquals("/portal/", answer.headers().firstValue("Location").orElseThrow());
    }

    @Test
    void tellsWhichFleetItIs() throws Exception {
        assertEquals("/the/state\n", get(Gateway.STATE_PATH, "*/*").body());
    }

    @Test
    void leadsOtherHostNamesToTheOneOrigin() throws Exception {
        put(sales.route("/sales/"));
        var answer = client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sales/?a=b")).build(),
                BodyHandlers.ofString());
        assertEquals(307, answer.statusCode());
        assertEquals("http://localhost:" + port + "/sales/?a=b",
                answer.headers().firstValue("Location").orElseThrow());
    }

    @Test
    void tellsTheAppWhereARequestCameFrom() throws Exception {
        put(sales.route("/sales/"));
        var headers = seen("/sales/", "X-Forwarded-For", "10.1.1.1", "X-Forwarded-Proto", "https", "X-Forwarded-Port",
                "443").getJsonObject("headers");
        assertEquals("http", headers.getString("x-forwarded-proto"));
        assertEquals(Integer.toString(port), headers.getString("x-forwarded-port"));
        assertTrue(headers.getString("x-forwarded-for").startsWith("10.1.1.1, "), headers::encode);
        assertFalse(headers.getString("x-forwarded-for").endsWith("10.1.1.1"), headers::encode);
    }

    @Test
    void dropsWhatAClientForges() throws Exception {
        put(sales.route("/sales/"));
        var headers = seen("/sales/", "X-Forwarded-Prefix", "/evil", "x-forwarded-host", "evil.example.com",
                "X_Forwarded_Prefix", "/evil", "Forwarded", "for=10.1.1.1;host=evil.example.com", "X-Real-IP",
                "10.1.1.1").getJsonObject("headers");
        for (var forged : new String[]{"x-forwarded-prefix", "x-forwarded-host", "x_forwarded_prefix", "forwarded",
                "x-real-ip"}) {
            assertNull(headers.getString(forged), forged);
        }
    }

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
    void saysAtOnceThatAnAppIsGone() throws Exception {
        put(sales.route("/sales/"));
        sales.close();
        var answer = get("/sales/", "text/html");
        assertEquals(502, answer.statusCode());
        assertTrue(answer.body().contains("Sales's title does not answer"), answer.body());
    }

    @Test
    void saysThatAnAppIsStartingAndAsksAgain() throws Exception {
        var group = sales.route("/sales/").targets();
        routes.put(new Route("Other", "Other's title", "/other/", 1, empty(group),
                () -> new Route.Absence(true, Instant.now(), "")));
        var answer = get("/other/", "text/html");
        assertEquals(503, answer.statusCode());
        assertEquals("2", answer.headers().firstValue("Retry-After").orElseThrow());
        assertTrue(answer.body().contains("is starting") && answer.body().contains("http-equiv=\"refresh\""),
                answer.body());
    }

    @Test
    void saysSinceWhenAnAppIsNotRunningAndWhatHelps() throws Exception {
        var route = sales.route("/sales/");
        route.targets().remove("Sales");
        routes.put(route);
        var answer = get("/sales/", "*/*");
        assertEquals(503, answer.statusCode());
        assertTrue(answer.body().startsWith("Sales's title is not running. Not running since "), answer.body());
        assertTrue(answer.body().contains("ended by signal 9"), answer.body());
    }

    @Test
    void takesTurnsAmongTheTargets() throws Exception {
        try (var other = new SampleApp("Other")) {
            var route = sales.route("/sales/");
            route.targets().register("Other", other.port());
            put(route);
            await(() -> route.targets().health().stream().allMatch(target -> target.state() == State.HEALTHY));
            assertNotEquals(seen("/sales/").getString("app"), seen("/sales/").getString("app"));
        }
    }

    @Test
    void asksAnotherTargetWhenOneTakesNoConnection() throws Exception {
        try (var gone = new SampleApp("Gone")) {
            var route = sales.route("/sales/");
            route.targets().register("Gone", gone.port());
            put(route);
            await(() -> route.targets().health().stream().allMatch(target -> target.state() == State.HEALTHY));
            checks.close(); // so that nobody tells the gateway but the refused connection
            gone.close();
            for (var i = 0; i < 4; i++) {
                assertEquals("Sales", seen("/sales/").getString("app"));
            }
        }
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
    void takesTheRuleOfTheFirstPriority() throws Exception {
        try (var reports = new SampleApp("Reports")) {
            var broad = sales.route("/sales/");
            put(reports.route("/sales/reports/"));
            put(new Route("Sales", "Sales", "/sales/", 0, broad.targets(), broad.absence()));
            assertEquals("Sales", seen("/sales/reports/").getString("app"));
        }
    }

    @Test
    void givesARequestAnIdByWhichItIsFoundAgain() throws Exception {
        put(sales.route("/sales/"));
        var own = seen("/sales/").getJsonObject("headers").getString("x-amzn-trace-id");
        assertTrue(own.matches("Root=1-[0-9a-f]{8}-[0-9a-f]{24}"), own);
        var brought = seen("/sales/", "X-Amzn-Trace-Id", "Root=1-67891233-abcdef012345678912345678")
                .getJsonObject("headers").getString("x-amzn-trace-id");
        assertTrue(brought.matches("Self=1-[0-9a-f]{8}-[0-9a-f]{24};Root=1-67891233-abcdef012345678912345678"),
                brought);
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

    @Test
    void saysWhoHoldsItsPort() throws Exception {
        try (var other = new ServerSocket(0)) {
            var taken = assertThrows(PortTaken.class, () -> Gateway.open(other.getLocalPort(), "/", STATE, routes));
            assertTrue(taken.getMessage().contains("process " + ProcessHandle.current().pid()), taken.getMessage());
            assertTrue(taken.getMessage().contains("--port"), taken.getMessage());
        }
    }

    /** Puts a rule in and waits until one of its targets is sent requests. */
    private void put(Route route) throws InterruptedException {
        routes.put(route);
        await(() -> route.targets().health().stream().anyMatch(target -> target.state() == State.HEALTHY));
    }

    private static TargetGroup empty(TargetGroup like) {
        return new TargetGroup(like.policy(), InstantSource.system());
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(10);
        }
    }

    private JsonObject seen(String path, String... headers) throws Exception {
        var request = request(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return new JsonObject(client.send(request.build(), BodyHandlers.ofString()).body());
    }

    private HttpResponse<String> get(String path, String accept) throws Exception {
        return client.send(request(path).header("Accept", accept).build(), BodyHandlers.ofString());
    }

    private HttpResponse<InputStream> open(String path) throws Exception {
        return client.send(request(path).build(), BodyHandlers.ofInputStream());
    }

    private HttpRequest.Builder request(String path) {
        return request(port, path);
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path.replace("<b>", "%3Cb%3E")));
    }
}
