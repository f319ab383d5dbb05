package io.flotilla.portal.request;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import io.flotilla.base.store.Store;
import io.flotilla.portal.FrontDoor;
import io.flotilla.portal.PersonHeader;
import io.flotilla.portal.Session;
import io.flotilla.portal.audit.Audit;
import io.flotilla.portal.directory.Directory;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Asking, deciding, and what time does, over HTTP, with real mails. */
@QuarkusTest
@TestProfile(FrontDoor.class)
class RequestTest {
    private static final Map<String, String> A_WEEK = Map.of("length", "7d", "word", "Welcome");

    @Inject
    Store store;
    @Inject
    Directory directory;
    @Inject
    Audit audit;
    @Inject
    Clockwork clockwork;
    @ConfigProperty(name = "flotilla.origin")
    String marina;

    private final Session sam = new Session(PersonHeader.SAM);
    private final Session walter = new Session("walter@example.com;Walter Brandt;warehouse");
    private final Session uma = new Session(PersonHeader.UMA);

    @BeforeEach
    void forget() {
        store.write(handle -> {
            handle.execute("DELETE FROM access_request");
            return handle.execute("DELETE FROM mail");
        });
        sam.get("/requests");
        directory.remove("sam@example.com", "warehouse");
        directory.add("walter@example.com", "warehouse");
    }

    @Test
    void whoAsksIsLetInByAnOwnerAndEverybodyIsTold() {
        sam.get("/apps/Warehouse/request").then().statusCode(200).body(containsString("not open to you yet"))
                .body(containsString("Walter Brandt"));
        ask("I count the pallets").then().statusCode(303);
        sam.get("/apps/Warehouse/request").then().body(containsString("waits for a decision"));
        awaitMail("walter@example.com Sam Berger asks for access to Warehouse");
        awaitMail("uma@example.com Sam Berger asks for access to Warehouse");

        var id = pending();
        walter.get("/requests").then().body(containsString("I count the pallets"))
                .body(containsString("Approve the request of Sam Berger for Warehouse"));
        walter.post("/requests/" + id + "/approval", A_WEEK).then().statusCode(303);

        assertTrue(directory.groupsOf("sam@example.com").contains("warehouse"));
        sam.get("/?home").then().body(containsString("href=\"/warehouse/\""));
        awaitMail("sam@example.com Warehouse is open to you");
        assertTrue(audit.entries("sam warehouse added walter", Long.MAX_VALUE, 10).stream()
                .anyMatch(entry -> entry.actor().equals("walter@example.com")));
    }

    @Test
    void clickingTwiceAsksOnceAndDecidesOnce() {
        ask("one");
        ask("two").then().statusCode(303);
        assertEquals(1, count("access_request"));

        var id = pending();
        walter.post("/requests/" + id + "/approval", A_WEEK).then().statusCode(303);
        walter.post("/requests/" + id + "/approval", A_WEEK).then().statusCode(303);
        assertEquals(1, told("open to you"));
    }

    @Test
    void ofTwoWhoDecideTheSecondIsToldWhoWasFirst() {
        ask("please");
        var id = pending();
        walter.get("/requests");
        uma.post("/requests/" + id + "/refusal", Map.of("word", "Not this quarter")).then().statusCode(303);
        walter.post("/requests/" + id + "/approval", A_WEEK).then().statusCode(409)
                .body(containsString("Uma Okafor was first")).body(containsString("refused already"));

        assertFalse(directory.groupsOf("sam@example.com").contains("warehouse"));
        sam.get("/apps/Warehouse/request").then().body(containsString("Not this quarter"));
    }

    @Test
    void nobodyDecidesOnTheirOwnRequestOrOnWhatTheyDoNotLookAfter() {
        directory.remove("walter@example.com", "warehouse");
        walter.post("/apps/Warehouse/request", Map.of("reason", "It is mine")).then().statusCode(303);
        var id = pending();
        walter.post("/requests/" + id + "/approval", A_WEEK).then().statusCode(403)
                .body(containsString("Nobody decides on their own request"));
        sam.post("/requests/" + id + "/approval", A_WEEK).then().statusCode(403);
        new Session(PersonHeader.OLIVIA).post("/requests/" + id + "/refusal", Map.of("word", "no")).then()
                .statusCode(403);
        sam.get("/requests").then().body(not(containsString("It is mine")));
        uma.post("/requests/" + id + "/approval", A_WEEK).then().statusCode(303);
    }

    @Test
    void aRefusalNeedsAWordAndARequestAReason() {
        ask("please");
        walter.post("/requests/" + pending() + "/refusal", Map.of("word", "  ")).then().statusCode(422)
                .body(containsString("Say why"));
        sam.post("/apps/Warehouse/request", Map.of("reason", " \n ")).then().statusCode(422);
    }

    @Test
    void whatWasGrantedForATimeEndsAfterAWarning() {
        ask("for the stocktaking");
        walter.post("/requests/" + pending() + "/approval", A_WEEK);
        var now = Instant.now();

        clockwork.tick(now.plus(Duration.ofDays(6)));
        assertEquals(1, told("ends on"));
        assertTrue(directory.groupsOf("sam@example.com").contains("warehouse"));

        clockwork.tick(now.plus(Duration.ofDays(8)));
        clockwork.tick(now.plus(Duration.ofDays(8)));
        assertFalse(directory.groupsOf("sam@example.com").contains("warehouse"));
        assertEquals(1, told("has ended"));
        assertEquals(1, told("ends on"));
    }

    @Test
    void whatNobodyDecidesEndsByItself() {
        ask("anybody?");
        clockwork.tick(Instant.now().plus(Duration.ofDays(15)));
        assertEquals(1, told("Nobody has decided"));
        sam.get("/apps/Warehouse/request").then().body(containsString("not decided"));
        ask("again").then().statusCode(303);
        assertEquals(2, count("access_request"));
    }

    @Test
    void anApprovalThatACrashLeftHalfDoneIsFinished() {
        ask("please");
        var id = pending();
        store.write(handle -> handle.execute("UPDATE access_request SET state = 'APPROVED', joined = 'warehouse', "
                + "decided_by = 'walter@example.com', decider_name = 'Walter Brandt', "
                + "decider_email = 'walter@example.com', decided_at = ?, word = '', version = 1 WHERE id = ?",
                Instant.now().toEpochMilli(), id));
        clockwork.tick(Instant.now());
        assertTrue(directory.groupsOf("sam@example.com").contains("warehouse"));
        assertEquals(1, told("open to you"));
    }

    @Test
    void aRequestCanBeTakenBackAndAClosedAppCannotBeAskedFor() {
        ask("please");
        sam.post("/apps/Warehouse/request/withdrawal", Map.of()).then().statusCode(303);
        sam.get("/apps/Warehouse/request").then().body(containsString("taken back"));

        sam.get("/apps/Payroll/request").then().body(containsString("open to nobody yet"));
        sam.post("/apps/Payroll/request", Map.of("reason", "money")).then().statusCode(409);
    }

    private io.restassured.response.Response ask(String reason) {
        return sam.post("/apps/Warehouse/request", Map.of("reason", reason));
    }

    private String pending() {
        return store.<String, RuntimeException>read(handle -> handle
                .createQuery("SELECT id FROM access_request WHERE state = 'PENDING'").mapTo(String.class).one());
    }

    private int count(String table) {
        return store.<Integer, RuntimeException>read(
                handle -> handle.createQuery("SELECT count(*) FROM " + table).mapTo(Integer.class).one());
    }

    /** How many mails there are to Sam whose subject has these words, sent or not. */
    private int told(String words) {
        return store.<Integer, RuntimeException>read(handle -> handle
                .createQuery("SELECT count(*) FROM mail WHERE recipient = 'sam@example.com' AND subject LIKE :words")
                .bind("words", "%" + words + "%").mapTo(Integer.class).one());
    }

    private void awaitMail(String line) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(
                () -> assertTrue(List.of(RestAssured.get(marina + "/mails").asString().split("\n")).contains(line),
                        () -> "awaited: " + line));
    }
}
