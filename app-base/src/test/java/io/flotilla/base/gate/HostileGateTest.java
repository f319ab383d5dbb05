package io.flotilla.base.gate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over bare sockets: an HTTP client would not send most of this. */
@QuarkusTest
@TestProfile(TrialGate.class)
@Timeout(120)
class HostileGateTest {
    private static final String OLIVIA = "X-Test-Person: Olivia;sales";
    /** What an app behind some proxy or other has ever taken for the word of that proxy. */
    private static final Set<String> TRUSTED_BY_SOMEBODY = Set.of("flotilla-person", "flotilla-groups", "remote-user",
            "x-remote-user", "x-forwarded-user", "x-forwarded-email", "x-forwarded-groups", "x-forwarded-host",
            "x-forwarded-prefix", "x-original-url", "x-rewrite-url", "x-real-ip", "forwarded", "x-auth-request-user",
            "x-amzn-oidc-identity", "proxy", "x-http-method-override");

    /** After so long, a gate that waits for the rest of a body has passed on all that it ever will. */
    private static final int SILENCE_MILLIS = 3_000;
    private static final int PATIENCE_MILLIS = 60_000;

    @ConfigProperty(name = "flotilla.gate.upstream")
    String upstream;

    @Test
    void noSpellingOfAForgedHeaderReachesTheApp() throws Exception {
        var lines = new TreeSet<String>();
        for (var name : TRUSTED_BY_SOMEBODY) {
            for (var spelling : List.of(name, name.toUpperCase(), name.replace('-', '_'), name.replace('-', '.'),
                    name.replaceFirst("-", "_"), name.replace('-', '~'))) {
                lines.add(spelling + ": root-of-all-evil");
            }
        }
        lines.add(OLIVIA);
        var answer = send("GET /old/forged HTTP/1.1", lines.toArray(String[]::new));

        assertEquals(200, status(answer), answer);
        assertFalse(answer.contains("root-of-all-evil"), answer);
        assertEquals("Olivia", headers(answer).getString("flotilla-person"));
        assertEquals("sales", headers(answer).getString("flotilla-groups"));
    }

    @Test
    void namesOnlyTheNextHopCannotTakeTheIdentityAway() throws Exception {
        var answer = send("GET /old/hop HTTP/1.1", OLIVIA, "X-Custom: mine",
                "Connection: close, Flotilla-Person, flotilla-groups, X-Forwarded-For, X-Custom, Cookie, Host");

        var headers = headers(answer);
        assertEquals("Olivia", headers.getString("flotilla-person"));
        assertEquals("sales", headers.getString("flotilla-groups"));
        assertEquals("127.0.0.1", headers.getString("x-forwarded-for"));
        assertFalse(headers.containsKey("x-custom"), "what is for the next hop ends here");
    }

    @Test
    void theSessionIsNoneOfTheAppsBusiness() throws Exception {
        var answer = send("GET /old/cookies HTTP/1.1", OLIVIA,
                "Cookie: q_session=secret; theme=dark;q_session_chunk_1=secret;  csrf-token=secret",
                "Cookie: q_auth_x=secret; b=1");

        assertEquals("theme=dark; b=1", headers(answer).getString("cookie"));
        assertFalse(answer.contains("secret"), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
            "Content-Length: 0\r\nContent-Length: 60\r\n\r\n",
            "Content-Length: 0, 60\r\n\r\n",
            "Content-Length: +0\r\n\r\n",
            "Content-Length: 0x0\r\n\r\n",
            "Content-Length: -1\r\n\r\n",
            "Content-Length: 0\r\n 60\r\n\r\n",
            "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
            "Transfer-Encoding: identity, chunked\r\n\r\n0\r\n\r\n",
            "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
            "Transfer-Encoding:\u000bchunked\r\n\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: cow\r\n\r\n0\r\n\r\n",
            "Transfer_Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
            "X: y\r\n Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
            "X: y\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
            "Connection: Content-Length\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
            "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\nConnection: Upgrade, HTTP2-Settings\r\n\r\n",
            "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 99\r\n\r\n",
            "Expect: 100-continue\r\nContent-Length: 0\r\n\r\n"})
    void noRequestIsSmuggledPastTheGate(String tail) throws Exception {
        int before = seen(TrialUpstream.ALL_SEEN).size();
        // Walter may not open the app; if gate and app disagreed where Olivia's request ends, he would ride along with her.
        var bytes = "POST /old/first HTTP/1.1\r\nHost: localhost\r\n" + OLIVIA + "\r\n" + tail
                + "GET /old/smuggled HTTP/1.1\r\nHost: localhost\r\nFlotilla-Person: root\r\nFlotilla-Groups: superuser\r\n"
                + "Connection: close\r\n\r\n";
        exchange(bytes, SILENCE_MILLIS);

        var all = seen(TrialUpstream.ALL_SEEN);
        for (var request : all.subList(before, all.size())) {
            assertTrue(request.getString("uri").equals(TrialUpstream.FIRST), () -> "smuggled: " + request);
            assertEquals("Olivia", request.getJsonObject("headers").getString("flotilla-person"));
            assertTrue(request.getInteger("bytes", 0) <= 200, request::encode);
        }
    }

    @Test
    void aFoldedOrMisspelledHeaderIsNotReadAsAnother() throws Exception {
        for (var trick : List.of("X: y\r\n Flotilla-Person: root", "X: y\r\n\tFlotilla-Person: root",
                "Flotilla-Person : root", "\u0000Flotilla-Person: root", "Flotilla-Person\u00a0: root",
                ": root\r\nFlotilla-Person: root", "X: y\rFlotilla-Person: root", "X: y\nFlotilla-Person: root")) {
            int before = seen().size();
            send("GET /old/folded HTTP/1.1", OLIVIA, trick);
            var all = seen();
            for (var request : all.subList(before, all.size())) {
                assertEquals("Olivia", request.getJsonObject("headers").getString("flotilla-person"), trick);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "//old/", "/older/", "/OLD/", "/%6fld/", "/old/../secret", "/old/%2e%2e/secret",
            "/old/.%2E/secret", "/old/x/../../secret", "/old/./../secret", "/secret/../../old", "/old\\..\\secret", "*",
            "old/", "?/old/"})
    void nothingOutsideThePrefixReachesTheApp(String path) throws Exception {
        int before = seen().size();
        var answer = send("GET " + path + " HTTP/1.1", OLIVIA);

        assertTrue(Set.of(308, 400, 404).contains(status(answer)), path + " " + answer);
        assertEquals(before, seen().size(), path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/old/q/health/live/../../../x", "/old/signed-out/../x", "/old/signed-out;/../x",
            "/old/signed-out%2f..%2fx", "/old//signed-out", "/old/_flotilla/assets/../../x",
            "/old/_flotilla/assets/%2e%2e/%2e%2e/x", "/old/_flotilla/assets/..%2f..%2fx", "/old/_flotilla/assets/..;/x",
            "/old/./signed-out", "/old/%73igned-out", "/old/x?/signed-out", "/old/x#/signed-out", "/old/signed-out%00",
            "/old/q/health/live%23", "/old/q/health/live%3fx", "/q/health/live/../../old/x",
            "/q/health/live;/../old/x"})
    void noSpellingOfAnOpenPathLetsAStrangerThrough(String path) throws Exception {
        int before = seen().size();
        var stranger = send("GET " + path + " HTTP/1.1");
        var denied = send("GET " + path + " HTTP/1.1", "X-Test-Person: Walter;warehouse");

        assertEquals(before, seen().size(), path);
        assertFalse(stranger.contains("\"uri\""), stranger);
        assertFalse(denied.contains("\"uri\""), denied);
    }

    @Test
    void whatNamesAnotherHostIsAskedOfTheAppAllTheSame() throws Exception {
        var answer = send("GET http://evil.example.com:1/old/absolute HTTP/1.1", OLIVIA);
        if (status(answer) == 200) {
            assertEquals("/old/absolute", body(answer).getString("uri"));
        }
    }

    @Test
    void neitherTunnelsNorTraces() throws Exception {
        int before = seen().size();
        assertTrue(Set.of(400, 404, 405).contains(status(send("CONNECT /old/ HTTP/1.1", OLIVIA))));
        assertTrue(Set.of(400, 404, 405).contains(status(send("CONNECT evil.example.com:443 HTTP/1.1", OLIVIA))));
        assertEquals(405, status(send("TRACE /old/ HTTP/1.1", OLIVIA)));
        assertEquals(before, seen().size());
    }

    @Test
    void tooMuchIsRefusedBeforeItReachesTheApp() throws Exception {
        int before = seen().size();
        assertEquals(431, status(send("GET /old/ HTTP/1.1", OLIVIA, "X: " + "x".repeat(70_000))));
        assertEquals(414, status(send("GET /old/" + "x".repeat(70_000) + " HTTP/1.1", OLIVIA)));
        assertEquals(413, status(send("POST /old/ HTTP/1.1", OLIVIA, "Content-Length: 99999999999")));
        assertEquals(before, seen().size());
    }

    private static String send(String first, String... lines) throws IOException {
        var request = new StringBuilder(first).append("\r\nHost: localhost\r\n");
        for (var line : lines) {
            request.append(line).append("\r\n");
        }
        var closes = List.of(lines).stream().anyMatch(line -> line.startsWith("Connection:"));
        return exchange(request.append(closes ? "\r\n" : "Connection: close\r\n\r\n").toString(), PATIENCE_MILLIS);
    }

    private static String exchange(String bytes, int silence) throws IOException {
        var answer = new ByteArrayOutputStream();
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(silence);
            socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            socket.getInputStream().transferTo(answer);
        } catch (SocketException | SocketTimeoutException saysNoMore) {
            // Hung up, or waits for a body that never comes: what was said until then counts.
        }
        return answer.toString(ISO_8859_1);
    }

    private static int status(String answer) {
        return answer.isEmpty() ? 400 : Integer.parseInt(answer.split(" ")[1]);
    }

    private static JsonObject body(String answer) {
        return new JsonObject(answer.substring(answer.indexOf("{"), answer.lastIndexOf("}") + 1));
    }

    private static JsonObject headers(String answer) {
        return body(answer).getJsonObject("headers");
    }

    private List<JsonObject> seen() throws IOException, InterruptedException {
        return seen(TrialUpstream.SEEN);
    }

    private List<JsonObject> seen(String which) throws IOException, InterruptedException {
        var answer = HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create(upstream + which)).build(),
                BodyHandlers.ofString());
        return new JsonArray(answer.body()).stream().map(JsonObject.class::cast).toList();
    }
}
