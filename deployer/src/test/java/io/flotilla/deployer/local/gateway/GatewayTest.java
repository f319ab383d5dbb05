package io.flotilla.deployer.local.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;

import io.flotilla.deployer.platform.Targets.State;
import org.junit.jupiter.api.Test;

class GatewayTest extends OpenGateway {

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
    void saysWhoHoldsItsPort() throws Exception {
        try (var other = new ServerSocket(0)) {
            var taken = assertThrows(PortTaken.class, () -> Gateway.open(other.getLocalPort(), "/", STATE, routes));
            assertTrue(taken.getMessage().contains("process " + ProcessHandle.current().pid()), taken.getMessage());
            assertTrue(taken.getMessage().contains("--port"), taken.getMessage());
        }
    }
}
