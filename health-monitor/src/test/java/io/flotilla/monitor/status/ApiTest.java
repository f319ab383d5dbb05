package io.flotilla.monitor.status;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;

import io.flotilla.base.store.Store;
import io.flotilla.monitor.MonitorResource;
import io.flotilla.monitor.maintenance.Maintenance;
import io.flotilla.monitor.maintenance.MaintenanceWindow;
import io.flotilla.monitor.maintenance.MaintenanceWindow.Repeat;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MonitorResource.class)
class ApiTest {
    private static final List<String> ALL = List.of("/api/v1/apps", "/api/v1/apps/Sales", "/api/v1/outages",
            "/api/v1/outages/none", "/api/v1/maintenance");

    @Inject
    Sightings sightings;

    @Inject
    Store store;

    @BeforeEach
    void forget() {
        sightings.forgetAll();
    }

    @Test
    void aStrangerLearnsNothing() {
        ALL.forEach(path -> {
            given().get(path).then().statusCode(401);
            given().header("Flotilla-Fleet-Key", "another key").get(path).then().statusCode(401);
        });
    }

    @Test
    @TestSecurity(user = "eve", roles = "sales")
    void whoMayNotOpenTheMonitorLearnsNothingEither() {
        ALL.forEach(path -> given().get(path).then().statusCode(403));
    }

    @Test
    void aProgramWithTheFleetsKeySeesEveryApp() {
        sightings.see("Sales", "+---");
        sightings.see("Stock", "+");

        program().get("/api/v1/apps").then().statusCode(200)
                .body("app", contains("Sales", "Stock"))
                .body("kind", everyItem(equalTo("app")))
                .body("state", contains("down", "up"))
                .body("[0].since", notNullValue())
                .body("[0].lastCheck.seen", equalTo("503 Service Unavailable"))
                .body("[1].uptimePercent", equalTo(100.0f));
    }

    @Test
    void anAppComesWithItsDaysItsLatencyAndItsOutages() {
        sightings.remember("Sales", 100);
        sightings.see("Sales", "+---++---");

        program().get("/api/v1/apps/Sales").then().statusCode(200)
                .body("app.title", equalTo("Sales"))
                .body("app.state", equalTo("down"))
                .body("days", hasSize(90))
                .body("days[0].state", equalTo("up"))
                .body("latency[0].checks", equalTo(10))
                .body("latency[0].meanMillis", notNullValue())
                .body("outages[0].ended", nullValue())
                .body("outages[1].ended", notNullValue())
                .body("outages[0].firstBad.seen", equalTo("503 Service Unavailable"))
                .body("certificate", nullValue());
        program().get("/api/v1/apps/NoSuchApp").then().statusCode(404);
    }

    @Test
    @TestSecurity(user = "ana", roles = "sales")
    void aPersonSeesWhatThePortalLetsThemOpen() {
        sightings.see("Sales", "+---");
        sightings.see("Stock", "+---");

        given().get("/api/v1/apps").then().statusCode(200).body("app", contains("Sales"));
        given().get("/api/v1/apps/Stock").then().statusCode(404);
        given().get("/api/v1/outages").then().statusCode(200).body("app", contains("Sales"));
        given().get("/api/v1/outages/" + sightings.openOutage("Sales")).then().statusCode(200)
                .body("app", equalTo("Sales"));
        given().get("/api/v1/outages/" + sightings.openOutage("Stock")).then().statusCode(404);
    }

    @Test
    @TestSecurity(user = "bob", roles = "by-catalogue")
    void whatTheCatalogueRequiresIsNotAskedWhereThePortalKnowsBetter() {
        given().get("/api/v1/apps").then().statusCode(200).body("app", hasSize(0));
    }

    @Test
    void outagesAreChosenByAppAndWhetherTheyLast() {
        sightings.see("Sales", "+---++---");
        sightings.see("Stock", "+---++");

        program().get("/api/v1/outages").then().body("app", hasSize(3));
        program().get("/api/v1/outages?app=Stock").then().body("app", contains("Stock"));
        program().get("/api/v1/outages?open=true").then().body("app", contains("Sales"));
        program().get("/api/v1/outages?limit=2").then().body("app", hasSize(2));
        program().get("/api/v1/outages?limit=0").then().statusCode(400);
        program().get("/api/v1/outages?days=401").then().statusCode(400);
    }

    @Test
    void maintenanceIsListed() {
        var now = Instant.now();
        store.<Object, RuntimeException>write(handle -> {
            new Maintenance().add(handle, new MaintenanceWindow("w", Optional.of("Stock"), "new disks",
                    now.minusSeconds(60), now.plus(Duration.ofHours(1)), Repeat.DAILY, ZoneOffset.UTC, "Root", now));
            return null;
        });

        program().get("/api/v1/maintenance").then().statusCode(200)
                .body("app", contains("Stock")).body("reason", contains("new disks"))
                .body("repeats", contains("daily")).body("running", contains(true));
        program().get("/api/v1/apps/Stock").then().body("maintenance.id", contains("w"));
        program().get("/api/v1/apps/Sales").then().body("maintenance", hasSize(0));
    }

    private static RequestSpecification program() {
        return given().header("Flotilla-Fleet-Key", "a key of the fleet's own");
    }
}
