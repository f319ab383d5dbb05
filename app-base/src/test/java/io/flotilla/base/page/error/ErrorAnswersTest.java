package io.flotilla.base.page.error;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.net.Socket;

import io.flotilla.base.page.HeaderSignIn;
import io.flotilla.base.page.TrialPages;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(TrialPages.class)
class ErrorAnswersTest {
    private static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";

    @Test
    void aCrashTellsThePersonANumberAndNothingInternal() {
        browser().get("/trial/failing/crash").then()
                .statusCode(500)
                .contentType("text/html")
                .header("Cache-Control", "no-store")
                .body(allOf(containsString("Something went wrong in the app"), containsString("Number: <code>"),
                        containsString("Ana Castro"), not(containsString("swordfish")),
                        not(containsString("IllegalState"))));
    }

    @Test
    void aProgramGetsTheSameAsProblemDetails() {
        given().header(HeaderSignIn.HEADER, TrialPages.PERSON).get("/trial/failing/crash").then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("status", equalTo(500))
                .body("id", matchesPattern("[0-9A-V]{4}-[0-9A-V]{4}"))
                .body(not(containsString("swordfish")));
    }

    @Test
    void htmxGetsAFragmentToShowBesideThePage() {
        browser().header("HX-Request", "true").get("/trial/failing/crash").then()
                .statusCode(500)
                .body(allOf(containsString("alert-danger"), not(containsString("<html"))));
    }

    @Test
    void aDeniedPersonReadsWhichGroupsAreMissing() {
        given().accept(HTML).header(HeaderSignIn.HEADER, "Ana Castro;marketing,sales").get("/trial/failing/crash")
                .then()
                .statusCode(403)
                .body(allOf(containsString("<span class=\"badge\">chervon</span>"),
                        containsString("Ask the people who look after this app")));
        given().header(HeaderSignIn.HEADER, "Ana Castro;marketing").get("/trial/").then()
                .statusCode(403).body("missing", contains("chervon", "sales"));
    }

    @Test
    void aRoleThatIsMissingIsA403InTheShell() {
        browser().get("/trial/failing/for-admins").then()
                .statusCode(403)
                .body(allOf(containsString("This is not open to you"), containsString("Ana Castro")));
    }

    @Test
    void aFormWhosePageLayOpenForTooLongIsExplained() {
        browser().contentType("application/x-www-form-urlencoded").formParam("csrf-token", "old")
                .post("/trial/sign-out")
                .then().statusCode(400).contentType("text/html")
                .body(allOf(containsString("This form is out of date"), containsString("load the page again")));
        browser().header("HX-Request", "true").contentType("application/x-www-form-urlencoded")
                .formParam("csrf-token", "old").post("/trial/sign-out")
                .then().statusCode(400)
                .body(allOf(containsString("This form is out of date"), not(containsString("<html"))));
    }

    @Test
    void aFormThatComesAfterTheSessionEndedIsNotSentToTheSignIn() {
        given().accept(HTML).header("Sec-Fetch-Mode", "navigate").redirects().follow(false)
                .contentType("application/x-www-form-urlencoded").formParam("name", "Ana").post("/trial/failing/echo")
                .then().statusCode(401).contentType("text/html")
                .body(allOf(containsString("Your session has ended"), containsString("sign in in another tab")));
    }

    @Test
    void aStrangerIsShownNoShell() {
        given().accept(HTML).get("/trial/assets/x/none.css").then()
                .statusCode(404)
                .body(allOf(containsString("There is no such page"), not(containsString("Theme"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/trial/nowhere", "/trial/failing/status/404", "/trial/failing/nowhere",
            "/trial/assets/x/none.css",
            "/trial/assets/x/..%2fapplication.properties", "/trial/assets/x/secret"})
    void whatIsNotThereIsA404ForAPersonToo(String path) {
        browser().urlEncodingEnabled(false).get(path).then()
                .statusCode(404)
                .body(allOf(containsString("There is no such page"), containsString("Ana Castro")));
    }

    @Test
    void theWrongMethodIsA405() {
        browser().delete("/trial/failing/crash").then().statusCode(405)
                .body(containsString("That cannot be done here"));
    }

    @Test
    void anUploadBeyondTheLimitIsA413BeforeItIsRead() throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write("""
                    POST /trial/failing/echo HTTP/1.1\r
                    Host: localhost\r
                    Accept: text/html\r
                    Content-Type: text/plain\r
                    Content-Length: 1000000000\r
                    Connection: close\r
                    \r
                    """.getBytes(UTF_8));
            var answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            assertThat(answer, allOf(startsWith("HTTP/1.1 413"), containsString("That is too large")));
        }
    }

    @ParameterizedTest
    @CsvSource({"400, That request was not understood", "409, Somebody else changed this first",
            "429, Too many requests", "418, That request was refused", "503, The app is not ready"})
    void everyStatusSaysWhatToDo(int status, String title) {
        browser().get("/trial/failing/status/" + status).then()
                .statusCode(status)
                .body(allOf(containsString(title), not(containsString("swordfish"))));
    }

    @Test
    void aResourcesOwnAnswerIsLeftAlone() {
        browser().get("/trial/failing/own-answer").then().statusCode(409).body(equalTo("as the page itself put it"));
    }

    private static RequestSpecification browser() {
        return given().accept(HTML).header(HeaderSignIn.HEADER, TrialPages.PERSON);
    }
}
