package io.flotilla.monitor.status;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import io.flotilla.monitor.MonitorResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MonitorResource.class)
class StatusPagesTest {
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" value=\"([^\"]+)\"");
    private static final Pattern FEED = Pattern.compile("(/by-token/Sales/)([^/\"]+)/feed.atom");
    private static final Pattern OUTAGE = Pattern.compile("/outages/([0-9a-f-]{36})");

    @Inject
    Sightings sightings;

    @TestHTTPResource("/events")
    URI events;

    @BeforeEach
    void forget() {
        sightings.forgetAll();
    }

    @Test
    @TestSecurity(user = "ana", roles = "sales")
    void anAppHasAPageForThoseWhoMayOpenIt() {
        sightings.see("Sales", "+---++");

        given().get("/apps/Sales").then().statusCode(200).body(containsString("came back"))
                .body(containsString("Last check"));
        given().get("/apps/Stock").then().statusCode(404);
        given().get("/apps/NoSuchApp").then().statusCode(404);
    }

    @Test
    @TestSecurity(user = "root", roles = "superuser")
    void anOutageIsAcknowledgedByAButtonAndNotByALink() {
        sightings.see("Sales", "+---");
        var page = "/outages/" + outage();

        given().get(page).then().statusCode(200).body(containsString("Outage of Sales"))
                .body(containsString("by nobody yet"));
        given().get(page + "/acknowledgement").then().statusCode(405);
        given().formParam("hours", "4").post(page + "/acknowledgement").then().statusCode(400);
        form(page).formParam("hours", "0").post(page + "/acknowledgement").then().statusCode(400);
        form(page).formParam("hours", "4").redirects().follow(false).post(page + "/acknowledgement").then()
                .statusCode(303);

        given().get(page).then().body(containsString("by root since"));
        given().get("/").then().body(containsString("by root until"));
    }

    @Test
    @TestSecurity(user = "ana", roles = "sales")
    void whoOnlyUsesAnAppSeesItsOutagesAndAcknowledgesNothing() {
        sightings.see("Sales", "+---");
        var page = "/outages/" + outage();

        given().get(page).then().statusCode(200).body(not(containsString("No reminders for")));
        form(page).formParam("hours", "4").post(page + "/acknowledgement").then().statusCode(403);
    }

    @Test
    @TestSecurity(user = "bob", roles = "stock")
    void anOutageOfAHiddenAppDoesNotExist() {
        sightings.see("Sales", "+---");

        given().get("/outages/" + sightings.openOutage("Sales")).then().statusCode(404);
    }

    @Test
    @TestSecurity(user = "root", roles = "superuser")
    void maintenanceIsPlannedAndEnded() {
        given().get("/maintenance").then().statusCode(200).body(containsString("Nothing is planned"));
        plan("2000-01-01T00:00", "2000-01-01T02:00", "daily").then().statusCode(303);
        given().get("/maintenance").then().body(containsString("new disks")).body(containsString("daily"));

        var end = Pattern.compile("/maintenance/[0-9a-f-]{36}/end").matcher(given().get("/maintenance").asString());
        assertTrue(end.find());
        form("/maintenance").redirects().follow(false).post(end.group()).then().statusCode(303);
        given().get("/maintenance").then().body(containsString("Nothing is planned"));
    }

    @Test
    @TestSecurity(user = "root", roles = "superuser")
    void maintenanceThatMakesNoSenseIsNotEntered() {
        plan("2000-01-01T02:00", "2000-01-01T00:00", "once").then().statusCode(400)
                .body(containsString("it ends before it begins"));
        plan("soon", "later", "once").then().statusCode(400).body(containsString("It was not entered"));
    }

    @Test
    @TestSecurity(user = "ana", roles = "sales")
    void onlyOwnersAndOverrideGroupsPlanMaintenance() {
        plan("2000-01-01T00:00", "2000-01-01T02:00", "once").then().statusCode(403);
    }

    @Test
    @TestSecurity(user = "ana", roles = "sales")
    void theAddressesOfBadgeAndFeedAreOnTheAppsPage() {
        sightings.see("Sales", "+---++---");
        var page = FEED.matcher(given().get("/apps/Sales").asString());
        assertTrue(page.find());

        given().get(page.group()).then().statusCode(200).contentType(startsWith("application/atom+xml"))
                .body("feed.title", equalTo("Sales: outages")).body("feed.entry.size()", equalTo(2))
                .body("feed.entry[0].title", equalTo("Sales is down"));
        given().get(page.group(1) + page.group(2) + "/badge.svg").then().statusCode(200)
                .contentType(startsWith("image/svg+xml")).body("svg.title", equalTo("Sales: down"));
    }

    @Test
    void aStrangerWithoutTheTokenSeesNeitherBadgeNorFeed() {
        given().get("/by-token/Sales/AAAAAAAAAAAAAAAAAAAAAA/badge.svg").then().statusCode(404);
        given().get("/by-token/Sales/AAAAAAAAAAAAAAAAAAAAAA/feed.atom").then().statusCode(404);
        given().get("/by-token/NoSuchApp/AAAAAAAAAAAAAAAAAAAAAA/badge.svg").then().statusCode(404);
    }

    @Test
    @TestSecurity(user = "ana", roles = "sales")
    void anOpenPageIsToldThatSomethingHasChanged() throws Exception {
        sightings.see("Sales", "+");
        var changes = new java.util.concurrent.LinkedBlockingQueue<String>();
        var lines = HttpClient.newHttpClient()
                .sendAsync(HttpRequest.newBuilder(events).build(), BodyHandlers.ofLines());
        var reader = CompletableFuture.runAsync(() -> {
            try (var stream = lines.join().body()) {
                stream.filter(line -> line.startsWith("event:") && line.contains("changed")).forEach(changes::add);
            }
        });
        // Until the stream is open, nobody hears.
        String heard = null;
        for (var tries = 0; tries < 60 && heard == null; tries++) {
            sightings.see("Sales", tries % 2 == 0 ? "---" : "++");
            heard = changes.poll(1, TimeUnit.SECONDS);
        }
        assertEquals("event:changed", String.valueOf(heard).replace(" ", ""));
        reader.cancel(true);
        lines.cancel(true);
    }

    private String outage() {
        var link = OUTAGE.matcher(given().get("/").asString());
        assertTrue(link.find());
        return link.group(1);
    }

    private io.restassured.response.Response plan(String starts, String until, String repeats) {
        return form("/maintenance").formParam("app", "Sales").formParam("reason", "new disks")
                .formParam("starts", starts).formParam("until", until).formParam("zone", "Europe/Berlin")
                .formParam("repeats", repeats).redirects().follow(false).post("/maintenance");
    }

    /** A request that comes from a form on the page. */
    private static RequestSpecification form(String page) {
        var answer = given().get(page);
        var token = TOKEN.matcher(answer.asString());
        assertTrue(token.find(), "there is no form on " + page);
        return given().cookies(answer.cookies()).formParam("csrf-token", token.group(1));
    }
}
