package io.flotilla.deployer.console.rollout;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import io.flotilla.base.noticeboard.posting.RolloutPosting;
import io.flotilla.base.noticeboard.posting.RolloutPosting.State;
import io.flotilla.deployer.journal.Facts;
import io.flotilla.deployer.journal.History;
import io.flotilla.deployer.journal.Journal;
import io.flotilla.deployer.journal.Requests;
import io.flotilla.deployer.journal.Rollout;
import io.flotilla.deployer.journal.Rollout.Seen;
import io.flotilla.deployer.journal.Step;
import io.flotilla.deployer.journal.Terms;
import io.flotilla.deployer.platform.Revisions.Version;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestSecurity(user = "uma", roles = "superuser")
class RolloutPagesTest {
    private static final String PAGE = "/apps/dev/Sales";

    @BeforeEach
    void catalogue() throws IOException {
        var file = Path.of("target/console/fleet.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, Files.readString(Path.of("demo/fleet.yaml")));
    }

    @AfterEach
    void clear() throws Exception {
        SignedInWhen.lacking = Optional.empty();
        for (var key : BoardOnlyPlatforms.BOARD.keys("")) {
            BoardOnlyPlatforms.BOARD.remove(BoardOnlyPlatforms.BOARD.read(key).orElseThrow());
        }
    }

    @Test
    void anAppWithoutARolloutIsToldHowToBegin() {
        page(PAGE).then().statusCode(200).body(containsString("deployer rollout dev Sales"));
    }

    @Test
    void bothGenerationsAreDrawnWithTheirStatesAndTheStepItIsIn() throws Exception {
        hold(running());
        page(PAGE).then().statusCode(200).body(allOf(containsString("aaa111"), containsString("bbb222"),
                containsString("i-old"), containsString("vessel-healthy"), containsString("vessel-unhealthy"),
                containsString("Target.Timeout"), containsString("aria-current=\"step\""),
                containsString("uma@desk on desk (1)"), containsString("Abort"), not(containsString("Resume"))));
    }

    @Test
    void aFirstRolloutUnderWayIsNotCalledNone() throws Exception {
        hold(running());
        page(PAGE).then().body(allOf(containsString("The first rollout here is under way"),
                not(containsString("Never rolled out here"))));
    }

    @Test
    void aRolloutThatGoesBackSaysWhy() throws Exception {
        hold(running().turned(Step.RECALL, "the new instance answers badly for good", List.of(), Instant.now()));
        page(PAGE).then().body(allOf(containsString("going back"), containsString("It goes back:"),
                containsString("the new instance answers badly for good"), not(containsString(">Abort<"))));
    }

    @Test
    void aRolloutThatFailedShowsWhereAndTheEvidence() throws Exception {
        var failed = running().at(Step.RETIRE, Instant.now()).failed("access denied",
                List.of(new Rollout.Evidence("console of i-new", "no such file")), Instant.now())
                .ended(State.FAILED, Instant.now());
        Journal.take(BoardOnlyPlatforms.BOARD, "Sales", "uma@desk", "desk (1)", "t", Instant.now()).release(failed);
        page(PAGE).then().body(allOf(containsString("course-failed"), containsString("access denied"),
                containsString("no such file"), containsString(">Resume<"), not(containsString(">Roll out<"))));
    }

    @Test
    void whoMayApproveIsToldThatTheyAreWaitedFor() throws Exception {
        var rollout = running(Optional.of(Duration.ofMinutes(5))).at(Step.VERIFY, Instant.now());
        hold(rollout);
        new RolloutPosting("Sales", "r-1", State.RUNNING, Optional.of("aaa111"), "bbb222",
                Step.VERIFY.words() + ": look at it, then approve it", "uma@desk", Instant.now(), Instant.now(),
                Optional.empty()).post(BoardOnlyPlatforms.BOARD);
        page(PAGE).then().body(allOf(containsString(">Approve<"), containsString(">Abort<"),
                containsString("only if a person says so"), containsString(": look at it, then approve it")));
    }

    @Test
    void aRolloutWithoutItsProcessCanBeResumedOrRolledBack() throws Exception {
        Journal.take(BoardOnlyPlatforms.BOARD, "Sales", "uma@desk", "desk (1)", "t",
                Instant.now().minus(Duration.ofHours(1))).write(running(), Instant.now().minus(Duration.ofHours(1)));
        page(PAGE).then().body(allOf(containsString("abandoned"), containsString("Resume"),
                containsString("Roll back"), not(containsString(">Abort<"))));
    }

    @Test
    void theHistoryShowsHowEachRolloutEndedAndWhy() throws Exception {
        new History(BoardOnlyPlatforms.BOARD, "Sales").add(running().failed("never healthy", List.of(), Instant.now())
                .ended(State.ROLLED_BACK, Instant.now()));
        page(PAGE).then().body(allOf(containsString("rolled back"), containsString("never healthy")));
    }

    @Test
    void abortingAsksFirstAndThenAsksTheRolloutWhereverItRuns() throws Exception {
        hold(running());
        var confirm = page(PAGE + "/abort");
        confirm.then().statusCode(200).body(containsString("The old instances serve again"));
        assertTrue(aborted().isEmpty());
        post(PAGE + "/abort", confirm).then().statusCode(303).header("Location", endsWith(PAGE));
        assertEquals("uma", aborted().orElseThrow().by());
    }

    @Test
    void whatCannotBeDoneIsSaidAndNotDone() {
        post(PAGE + "/abort", page(PAGE + "/abort")).then().statusCode(409)
                .body(containsString("no rollout of Sales is under way"));
    }

    @Test
    void whoSignedInLongAgoSignsInAgainBeforeTheyReleaseAnything() throws Exception {
        SignedInWhen.lacking = Optional.of("You signed in 3 hours ago");
        var confirm = page(PAGE + "/rollout");
        confirm.then().statusCode(200).body(allOf(containsString("You signed in 3 hours ago"),
                containsString("Sign in again"), containsString("value=\"" + PAGE + "/rollout\""),
                not(containsString(PAGE + "/rollout\" method")), not(containsString("action=\"" + PAGE))));
        for (var action : List.of("rollout", "rollback", "resume", "approve")) {
            post(PAGE + "/" + action, confirm).then().statusCode(403).body(containsString("3 hours ago"));
        }
        assertTrue(Journal.read(BoardOnlyPlatforms.BOARD, "Sales").rollout().isEmpty());
    }

    @Test
    void toAbortNobodySignsInAgain() throws Exception {
        SignedInWhen.lacking = Optional.of("You signed in 3 hours ago");
        hold(running());
        post(PAGE + "/abort", page(PAGE + "/abort")).then().statusCode(303);
        assertTrue(aborted().isPresent());
    }

    @Test
    void aWriteWithoutThePagesTokenIsRefused() throws Exception {
        hold(running());
        given().accept("text/html").contentType("application/x-www-form-urlencoded").post(PAGE + "/abort").then()
                .statusCode(400);
        assertTrue(aborted().isEmpty());
    }

    @Test
    @TestSecurity(user = "olivia", roles = "sales")
    void whoeverIsInNoOverrideGroupMaySeeAndDoNothing() {
        page(PAGE).then().statusCode(403);
        page(PAGE + "/rollout").then().statusCode(403);
    }

    @Test
    void anAppThatTheEnvironmentDoesNotHaveIsNotFound() {
        page("/apps/dev/Nobody").then().statusCode(404);
        page("/apps/nowhere/Sales").then().statusCode(404);
    }

    @Test
    void thePictureIsSentAgainWhenItChanges() throws Exception {
        hold(running());
        var connection = URI.create("http://localhost:" + RestAssured.port + PAGE + "/events").toURL()
                .openConnection();
        connection.setReadTimeout(60_000);
        try (var lines = new BufferedReader(
                new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
            awaitLine(lines, "i-old");
            var journal = BoardOnlyPlatforms.BOARD.read(Journal.key("Sales")).orElseThrow();
            BoardOnlyPlatforms.BOARD.replace(journal,
                    new String(journal.body(), StandardCharsets.UTF_8).replace("i-old", "i-other")
                            .getBytes(StandardCharsets.UTF_8));
            awaitLine(lines, "i-other");
        }
    }

    private static void awaitLine(BufferedReader lines, String part) throws IOException {
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.contains(part)) {
                return;
            }
        }
        throw new AssertionError("the events ended without " + part);
    }

    private static void hold(Rollout rollout) throws Exception {
        Journal.take(BoardOnlyPlatforms.BOARD, "Sales", "uma@desk", "desk (1)", "t", Instant.now()).write(rollout,
                Instant.now());
    }

    private static Optional<Requests.Request> aborted() {
        return new Requests(BoardOnlyPlatforms.BOARD, "Sales").find(Requests.Kind.ABORT, "r-1");
    }

    private static Rollout running() {
        return running(Optional.empty());
    }

    private static Rollout running(Optional<Duration> approval) {
        var terms = new Terms(Duration.ofMinutes(15), "https://example.com/sales/", "/sales/", 200, 399, 3,
                Duration.ofSeconds(30), Optional.empty(), approval);
        return Rollout.begun(new Rollout.Order("r-1", "Sales", Optional.of(new Version("1", "aaa111")),
                new Version("2", "bbb222"), terms, "uma@desk", Instant.now()))
                .noted(new Facts(1, 1, Set.of(), List.of("i-old"))).at(Step.AWAIT_HEALTHY, Instant.now())
                .saw(List.of(new Seen("i-old", false, "healthy", ""),
                        new Seen("i-new", true, "unhealthy", "Target.Timeout")));
    }

    private static Response page(String path) {
        return given().accept("text/html").get(path);
    }

    private static Response post(String path, Response form) {
        var field = Pattern.compile("name=\"csrf-token\" value=\"([^\"]+)\"").matcher(form.asString());
        assertTrue(field.find(), form::asString);
        return given().redirects().follow(false).accept("text/html").cookies(form.cookies())
                .formParam("csrf-token", field.group(1)).post(path);
    }
}
