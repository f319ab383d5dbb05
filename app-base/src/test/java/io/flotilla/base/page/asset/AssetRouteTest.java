package io.flotilla.base.page.asset;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

import jakarta.inject.Inject;

import io.flotilla.base.page.TrialPages;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(TrialPages.class)
class AssetRouteTest {
    @Inject
    Assets assets;

    @Test
    void aUrlNamesTheContentAndIsKeptForEver() {
        given().get(assets.url("flotilla.css")).then()
                .statusCode(200)
                .contentType("text/css")
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .header("X-Content-Type-Options", "nosniff")
                .body(containsString(".masthead"));
    }

    @Test
    void anotherReleasesUrlIsAnsweredButNotKept() {
        given().get("/trial/assets/000000000000/flotilla.css").then()
                .statusCode(200)
                .header("Cache-Control", "no-cache");
    }

    @Test
    void largeFilesTravelCompressed() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port
                + assets.url("tabler.min.css"))).header("Accept-Encoding", "br, gzip").build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
        assertEquals("gzip", answer.headers().firstValue("Content-Encoding").orElse("plain"));
        assertThat(answer.body().length, lessThan(100_000));
    }

    @Test
    void whoHasItIsSentNothing() {
        var etag = given().get(assets.url("theme.js")).then().extract().header("ETag");
        given().header("If-None-Match", etag).get(assets.url("theme.js")).then().statusCode(304).body(equalTo(""));
    }

    @Test
    void aPageThatNamesAMissingFileFailsAtOnce() {
        var error = assertThrows(IllegalArgumentException.class, () -> assets.url("flotila.css"));
        assertEquals("there is no file flotila.css in the folder assets", error.getMessage());
    }

    @Test
    void everythingOnAPageComesFromTheAppItself() {
        given().header("X-Test-Person", TrialPages.PERSON).accept("text/html").get("/trial/").then()
                .statusCode(200)
                .body(not(containsString("src=\"http")))
                .body(not(containsString("<link rel=\"stylesheet\" href=\"http")));
    }
}
