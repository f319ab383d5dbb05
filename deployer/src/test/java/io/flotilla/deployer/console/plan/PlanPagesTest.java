package io.flotilla.deployer.console.plan;

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
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import io.flotilla.base.noticeboard.posting.CataloguePosting;
import io.flotilla.deployer.console.rollout.BoardOnlyPlatforms;
import io.flotilla.deployer.console.rollout.SignedInWhen;
import io.flotilla.deployer.platform.stack.Change.Action;
import io.flotilla.deployer.platform.stack.PaperStacks;
import io.flotilla.deployer.platform.stack.Stack.Condition;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestSecurity(user = "uma", roles = "superuser")
class PlanPagesTest {
    private static final String PAGE = "/plans/dev";
    private static final String SALES = "davinci-labs-dev-Sales";

    private final PaperStacks paper = new PaperStacks();

    @BeforeEach
    void setUp() throws IOException {
        var file = Path.of("target/console/fleet.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, Files.readString(Path.of("demo/fleet.yaml")));
        paper.present.add(PaperStacks.stack("davinci-labs-dev", Optional.empty(), Condition.SETTLED));
        paper.present.add(PaperStacks.stack(SALES, Optional.of("Sales"), Condition.SETTLED));
        paper.parts.put(SALES,
                List.of(PaperStacks.part(Action.MODIFY, "LaunchTemplate", "AWS::EC2::LaunchTemplate", "ImageId")));
        BoardOnlyPlatforms.paper = Optional.of(paper);
    }

    @AfterEach
    void clear() throws Exception {
        SignedInWhen.lacking = Optional.empty();
        BoardOnlyPlatforms.paper = Optional.empty();
        BoardOnlyPlatforms.clear();
    }

    @Test
    void aPlanIsShownBeforeAnythingIsDone() throws Exception {
        planned();
        page(PAGE).then().body(allOf(containsString("new instances needed; a rollout will follow"),
                containsString("~ LaunchTemplate modify (ImageId)"), containsString("Apply this plan")));
        assertTrue(paper.done.stream().noneMatch(done -> done.startsWith("execute")), paper.done::toString);
    }

    @Test
    void theConfirmedPlanIsTheOneThatIsExecutedAndTheCatalogueIsPostedAsItWasPlanned() throws Exception {
        var confirm = page(planned());
        var file = Path.of("target/console/fleet.yaml");
        var asPlanned = Files.readString(file);
        Files.writeString(file, asPlanned + "# changed since\n");
        confirm.then().statusCode(200).body(containsString("Exactly what is shown here is done"));
        post(confirm, confirmed(confirm)).then().statusCode(303).header("Location", endsWith(PAGE));
        awaitEvent("applied<");
        assertTrue(paper.done.contains("execute " + SALES), paper.done::toString);
        assertEquals(asPlanned, CataloguePosting.read(BoardOnlyPlatforms.BOARD).orElseThrow().yaml());
        page(PAGE).then().body(not(containsString("Apply this plan")));
    }

    @Test
    void aPlanThatANewerOneHasTakenThePlaceOfIsRefused() throws Exception {
        var confirm = page(planned());
        var old = confirmed(confirm);
        var newer = planned();
        assertTrue(!newer.startsWith(old), newer);
        post(confirm, old).then().statusCode(409).body(containsString("there is a newer plan than the one you saw"));
        page(old).then().statusCode(409);
        assertTrue(paper.done.stream().noneMatch(done -> done.startsWith("execute")), paper.done::toString);
        assertTrue(paper.done.contains("discard " + SALES), "the old plan's change sets are gone: " + paper.done);
    }

    @Test
    void whatFailsIsSaidWithItsReason() throws Exception {
        paper.failures.put("execute " + SALES, "LaunchTemplate: the image is gone");
        var confirm = page(planned());
        post(confirm, confirmed(confirm)).then().statusCode(303);
        awaitEvent("not all was applied");
        page(PAGE).then().body(containsString("the image is gone"));
    }

    @Test
    void removingTakesTheFleetsName() throws Exception {
        paper.present.add(PaperStacks.stack("davinci-labs-dev-Gone", Optional.of("Gone"), Condition.SETTLED));
        post(page(PAGE), PAGE, "prune", "yes").then().statusCode(303);
        var confirm = page(ready());
        confirm.then().body(containsString("It removes stacks"));
        post(confirm, confirmed(confirm), "fleet", "another").then().statusCode(409)
                .body(containsString("not the name of this fleet"));
        post(confirm, confirmed(confirm), "fleet", "davinci-labs").then().statusCode(303);
        awaitEvent("applied<");
        assertTrue(paper.done.contains("remove davinci-labs-dev-Gone"), paper.done::toString);
    }

    @Test
    void whoSignedInLongAgoSignsInAgainBeforeApplying() throws Exception {
        var path = planned();
        SignedInWhen.lacking = Optional.of("You signed in 3 hours ago");
        var confirm = page(path);
        confirm.then().body(allOf(containsString("3 hours ago"), containsString("Sign in again")));
        post(confirm, path).then().statusCode(403);
        assertTrue(paper.done.stream().noneMatch(done -> done.startsWith("execute")), paper.done::toString);
    }

    @Test
    void whatCannotBeReachedIsSaid() throws Exception {
        BoardOnlyPlatforms.paper = Optional.empty();
        post(page(PAGE), PAGE).then().statusCode(303);
        awaitEvent("AccessDenied");
    }

    @Test
    @TestSecurity(user = "olivia", roles = "sales")
    void whoeverIsInNoOverrideGroupMaySeeAndDoNothing() {
        page(PAGE).then().statusCode(403);
        given().accept("text/html").contentType("application/x-www-form-urlencoded").post(PAGE).then()
                .statusCode(403);
    }

    @Test
    void aWriteWithoutThePagesTokenIsRefused() {
        given().accept("text/html").contentType("application/x-www-form-urlencoded").post(PAGE).then()
                .statusCode(400);
    }

    /** Plans, and waits until there is a plan. */
    private static String planned() throws IOException {
        post(page(PAGE), PAGE).then().statusCode(303);
        return ready();
    }

    /** @return the path of its confirmation */
    private static String ready() throws IOException {
        var link = Pattern.compile("href=\"(/plans/dev/[^\"]+/apply)\"").matcher(awaitEvent("Apply this plan"));
        assertTrue(link.find());
        return link.group(1);
    }

    private static String confirmed(Response confirm) {
        var action = Pattern.compile("action=\"(/plans/dev/[^\"]+/apply)\"").matcher(confirm.asString());
        assertTrue(action.find(), confirm::asString);
        return action.group(1);
    }

    /** Listens to the page's events until one has these words, and gives the line that has them. */
    private static String awaitEvent(String words) throws IOException {
        var connection = URI.create("http://localhost:" + RestAssured.port + PAGE + "/events").toURL()
                .openConnection();
        connection.setReadTimeout(60_000);
        try (var lines = new BufferedReader(
                new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains(words)) {
                    return line;
                }
            }
        }
        throw new AssertionError("the events ended without " + words);
    }

    private static Response page(String path) {
        return given().accept("text/html").get(path);
    }

    private static Response post(Response form, String path, String... more) {
        var field = Pattern.compile("name=\"csrf-token\" value=\"([^\"]+)\"").matcher(form.asString());
        var token = field.find() ? field.group(1) : "none";
        var request = given().redirects().follow(false).accept("text/html").cookies(form.cookies())
                .formParam("csrf-token", token);
        return (more.length == 0 ? request : request.formParam(more[0], more[1])).post(path);
    }
}
