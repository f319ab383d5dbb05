package io.flotilla.base.gate;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.flotilla.base.page.HeaderSignIn;
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

@QuarkusTest
@TestProfile(TrialGate.class)
@Timeout(120)
class GateTest {
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 404, 405);
    private static final String OLIVIA = "Olivia;sales";

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @ConfigProperty(name = "flotilla.gate.upstream")
    String upstream;

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"})
    void passesEveryMethodOnWithPathQueryAndHostAsTheyWere(String method) throws Exception {
        var answer = client.send(
                ask("/old/a%2Fb/%20//c;d/?x=%2F&y=../..").method(method, BodyPublishers.noBody()).build(),
                BodyHandlers.ofString());

        assertEquals(200, answer.statusCode());
        var seen = last();
        assertEquals(method, seen.getString("method"));
        assertEquals("/old/a%2Fb/%20//c;d/?x=%2F&y=../..", seen.getString("uri"));
        assertEquals("127.0.0.1:" + RestAssured.port, seen.getJsonObject("headers").getString("host"));
    }

    @Test
    void tellsTheAppWhoAsks() throws Exception {
        var headers = seen(ask("/old/").setHeader(HeaderSignIn.HEADER, "Asa;sales,a b,c%d")).getJsonObject("headers");

        assertEquals("Asa", headers.getString("flotilla-person"));
        assertEquals("Asa", headers.getString("flotilla-name"));
        assertEquals("", headers.getString("flotilla-email"));
        assertEquals("a b,c%25d,sales", headers.getString("flotilla-groups"));
        assertEquals("127.0.0.1", headers.getString("x-forwarded-for"));
        assertEquals("http", headers.getString("x-forwarded-proto"));
    }

    @Test
    void whateverIsNotTheGatesOwnNeedsSignInAndTheGroup() throws Exception {
        int before = all().size();
        for (var path : List.of("/old/", "/old/assets/app.css", "/old/_static/x", "/old/favicon.ico", "/old/q/metrics",
                "/old/q/health", "/old/q/health/live/", "/old/q/health/live;x", "/old/q/health/live/x",
                "/old/q/health/liveness",
                "/old/signed-out/", "/old/signed-out;x", "/old/Signed-Out", "/old/sign-out", "/old/sign-in",
                "/old/_dash-update-component")) {
            for (var method : List.of("GET", "POST", "PUT")) {
                var request = HttpRequest.newBuilder(gate(path)).method(method, BodyPublishers.noBody());
                int stranger = client.send(request.build(), BodyHandlers.ofString()).statusCode();
                int denied = client.send(request.header(HeaderSignIn.HEADER, "Walter;warehouse").build(),
                        BodyHandlers.ofString()).statusCode();
                assertTrue(REFUSALS.contains(stranger), method + path + stranger);
                assertTrue(REFUSALS.contains(denied), method + path + denied);
            }
        }
        assertEquals(before, all().size(), "the app was asked nothing");
    }

    @Test
    void answersForItselfWhereItMust() throws Exception {
        int before = all().size();
        given().get("/q/health/live").then().statusCode(200).body(containsString("the app behind the gate"));
        given().get("/old/q/health/ready").then().statusCode(200);
        var page = given().get("/old/signed-out").then().statusCode(200)
                .body(allOf(containsString("You are signed out"), containsString("/old/_flotilla/assets/"))).extract()
                .asString();
        var style = page.replaceAll("(?s).*href=\"(/old/_flotilla/assets/[^\"]*/flotilla.css)\".*", "$1");
        given().get(style).then().statusCode(200);
        assertEquals(before, all().size(), "the app was asked nothing");
    }

    @Test
    void showsAPersonWhoTheyAreAndHowToLeave() {
        given().header(HeaderSignIn.HEADER, OLIVIA).accept("text/html").get("/old/_flotilla/").then().statusCode(200)
                .body(allOf(containsString("Olivia"), containsString("action=\"/old/sign-out\"")));
    }

    @Test
    void streamsUploadsAndDownloads() throws Exception {
        var body = new byte[20_000_000];
        assertEquals(body.length,
                new JsonObject(client.send(ask("/old/upload").POST(BodyPublishers.ofByteArray(body)).build(),
                        BodyHandlers.ofString()).body()).getInteger("bytes"));
        assertEquals(body.length, new JsonObject(client.send(ask("/old/upload")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))).build(),
                BodyHandlers.ofString()).body()).getInteger("bytes"));
        assertEquals(body.length,
                client.send(ask("/old/download").build(), BodyHandlers.ofByteArray()).body().length);
    }

    @Test
    void passesRangesOn() throws Exception {
        var answer = client.send(
                ask("/old/range").header("Range", "bytes=2-4").header("Accept-Encoding", "gzip").build(),
                BodyHandlers.ofString());
        assertEquals(206, answer.statusCode());
        assertEquals("cde", answer.body());
        assertEquals("bytes 2-4/9", answer.headers().firstValue("Content-Range").orElseThrow());
        assertEquals("bytes=2-4", last().getJsonObject("headers").getString("range"));
    }

    @Test
    void letsEventsThroughAsTheyCome() throws Exception {
        var answer = client.send(ask("/old/events").header("Accept-Encoding", "gzip").build(),
                BodyHandlers.ofInputStream());
        try (var events = new BufferedReader(new InputStreamReader(answer.body()))) {
            assertEquals("data: first", events.readLine());
            assertEquals(200, client.send(ask("/old/second-event").build(), BodyHandlers.ofString()).statusCode());
            assertEquals("", events.readLine());
            assertEquals("data: second", events.readLine());
        }
    }

    @Test
    void passesWebSocketsOn() {
        assertEquals("Olivia says hello", say("hello", "Flotilla-Person", "root").join());
        assertThrows(RuntimeException.class, () -> say("hello", "Origin", "https://evil.example.com").join(),
                "another site's page must not open one with a person's cookies");
    }

    @Test
    void whatTheAppSaysIsTheAppsButTheGatesCookiesAreNot() throws Exception {
        var answer = client.send(ask("/old/headers").header("Accept-Encoding", "gzip").build(),
                BodyHandlers.ofString());
        assertEquals(List.of("theme=dark; Path=/old/"), answer.headers().allValues("Set-Cookie"));
        assertEquals(List.of("default-src *"), answer.headers().allValues("Content-Security-Policy"));
        assertFalse(answer.headers().firstValue("Keep-Alive").isPresent());
        assertTrue(answer.body().startsWith("<script>"));
        assertTrue(client.send(ask("/old/").build(), BodyHandlers.ofString()).headers()
                .firstValue("Content-Security-Policy").isEmpty(), "an app's inline scripts go on working");
    }

    @Test
    void refusesWritesFromAnotherSite() throws Exception {
        int before = all().size();
        var answer = client.send(
                ask("/old/").header("Sec-Fetch-Site", "cross-site").POST(BodyPublishers.noBody()).build(),
                BodyHandlers.ofString());
        assertEquals(403, answer.statusCode());
        assertEquals(before, all().size());
    }

    @Test
    void anAppThatHangsUpIsABadGateway() throws Exception {
        assertEquals(502, client.send(ask("/old/hang-up").build(), BodyHandlers.ofString()).statusCode());
    }

    private CompletableFuture<String> say(String words, String header, String value) {
        var heard = new CompletableFuture<String>();
        var listener = new WebSocket.Listener() {
            @Override
            public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
                heard.complete(text.toString());
                return null;
            }

            @Override
            public void onError(WebSocket socket, Throwable error) {
                heard.completeExceptionally(error);
            }
        };
        var socket = client.newWebSocketBuilder().header(HeaderSignIn.HEADER, OLIVIA).header(header, value)
                .buildAsync(URI.create(gate("/old/socket").toString().replace("http:", "ws:")), listener).join();
        socket.sendText(words, true);
        return heard.whenComplete((text, failure) -> socket.abort());
    }

    private JsonObject seen(HttpRequest.Builder request) throws IOException, InterruptedException {
        return new JsonObject(client.send(request.build(), BodyHandlers.ofString()).body());
    }

    private static HttpRequest.Builder ask(String path) {
        return HttpRequest.newBuilder(gate(path)).header(HeaderSignIn.HEADER, OLIVIA);
    }

    private static URI gate(String path) {
        return URI.create("http://127.0.0.1:" + RestAssured.port + path);
    }

    private JsonObject last() throws IOException, InterruptedException {
        return all().getJsonObject(all().size() - 1);
    }

    private JsonArray all() throws IOException, InterruptedException {
        HttpResponse<String> seen = client.send(
                HttpRequest.newBuilder(URI.create(upstream + TrialUpstream.SEEN)).build(),
                BodyHandlers.ofString());
        return new JsonArray(seen.body());
    }
}
