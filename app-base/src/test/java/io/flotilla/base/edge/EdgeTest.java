package io.flotilla.base.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.restassured.RestAssured;
import io.vertx.ext.web.Router;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(UnderPrefix.class)
@TestSecurity(user = "olivia", roles = "sales")
class EdgeTest {

    @ApplicationScoped
    static class Echo {
        void register(@Observes Router router) {
            router.route("/echo/*").handler(context -> context.end("%s|%s|%s|%s".formatted(context.request().path(),
                    context.request().query(), ClientAddress.of(context),
                    context.request().getHeader("X-Forwarded-Prefix"))));
        }
    }

    @Test
    void takesThePrefixOffAndKeepsTheQuery() throws IOException {
        assertEquals("/echo/a%20b|x=%2F&y|127.0.0.1|/sales", body(get("/sales/echo/a%20b?x=%2F&y")));
    }

    @Test
    void nothingIsOutsideThePrefix() throws IOException {
        for (var path : List.of("/", "/echo/", "/salesx/echo/", "//sales/echo/", "/sales/../echo/",
                "/sales/%2e%2e/echo/", "/sales/..%2fecho/../../echo/",
                "/q/metrics", "/q/health", "/SALES/echo/", "/%73ales/echo/")) {
            assertEquals(404, status(get(path)), path);
        }
    }

    @Test
    void theLoadBalancerFindsLivenessWithoutAPrefixAndTheMonitorFindsItWithOne() throws IOException {
        assertEquals(200, status(get("/q/health/live")));
        assertEquals(200, status(get("/sales/q/health/live")));
        assertEquals(200, status(get("/sales/q/health/ready")));
    }

    @Test
    void addsTheSlashThatSomebodyForgot() throws IOException {
        var answer = get("/sales?a=b");
        assertEquals(308, status(answer));
        assertTrue(answer.contains("\r\nLocation: /sales/?a=b\r\n") || answer.contains("\r\nlocation: /sales/?a=b\r\n"),
                answer);
    }

    @Test
    void believesOnlyTheLastProxyAndNoForgedPrefix() throws IOException {
        var answer = send("GET /sales/echo/ HTTP/1.1", "X-Forwarded-For: 6.6.6.6, 9.9.9.9",
                "X-Forwarded-For: 7.7.7.7, 8.8.8.8",
                "X-Forwarded-Prefix: /evil", "Forwarded: for=1.1.1.1;host=evil", "X-Forwarded-Host: evil.example.com");
        assertEquals("/echo/|null|8.8.8.8|/sales", body(answer));
        assertFalse(answer.contains("evil"));
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() throws IOException {
        for (var path : List.of("/sales/", "/sales/nowhere", "/elsewhere", "/sales/signed-out")) {
            var answer = get(path).toLowerCase();
            assertTrue(
                    answer.contains("content-security-policy: default-src 'none'; script-src 'self'; style-src 'self'"),
                    path + answer);
            assertTrue(answer.contains("x-content-type-options: nosniff"), path);
            assertTrue(answer.contains("frame-ancestors 'none'"), path);
            assertFalse(answer.contains("unsafe-inline"), path);
        }
    }

    @Test
    void refusesWritesFromAnotherSite() throws IOException {
        assertEquals(403,
                status(send("POST /sales/echo/ HTTP/1.1", "Sec-Fetch-Site: cross-site", "Content-Length: 0")));
        assertEquals(403, status(send("POST /sales/echo/ HTTP/1.1", "Sec-Fetch-Site: same-site", "Content-Length: 0")));
        assertEquals(403,
                status(send("POST /sales/echo/ HTTP/1.1", "Origin: https://evil.example.com", "Content-Length: 0")));
        assertEquals(403, status(send("POST /sales/echo/ HTTP/1.1", "Origin: null", "Content-Length: 0")));
        assertEquals(200,
                status(send("POST /sales/echo/ HTTP/1.1", "Sec-Fetch-Site: same-origin", "Content-Length: 0")));
        assertEquals(200, status(send("POST /sales/echo/ HTTP/1.1", "Content-Length: 0")));
    }

    @Test
    @TestSecurity(user = "sam", roles = "warehouse")
    void shutsOutWhoLacksARequirement() throws IOException {
        assertEquals(403, status(get("/sales/echo/")));
        assertEquals(200, status(get("/sales/q/health/live")));
    }

    @Test
    @TestSecurity(user = "uma", roles = "superuser")
    void letsOverrideGroupsIn() throws IOException {
        assertEquals(200, status(get("/sales/echo/")));
    }

    @Test
    @TestSecurity(authorizationEnabled = true)
    void showsStrangersNothing() throws IOException {
        for (var path : List.of("/sales/", "/sales/echo/", "/sales/nowhere", "/sales/sign-out", "/sales/q/health",
                "/sales/q/metrics")) {
            assertTrue(List.of(401, 302, 404).contains(status(get(path))), path + get(path));
            assertFalse(get(path).contains("|127.0.0.1|"), path);
        }
    }

    private String get(String path) throws IOException {
        return send("GET " + path + " HTTP/1.1");
    }

    /** Over a bare socket: an HTTP client would tidy the paths that must be tried as they are. */
    private String send(String... lines) throws IOException {
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            var request = String.join("\r\n", lines) + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.split(" ")[1]);
    }

    private static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }
}
