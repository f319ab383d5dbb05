package io.flotilla.monitor.status;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import jakarta.inject.Inject;

import io.flotilla.monitor.MonitorResource;
import io.flotilla.monitor.status.metrics.Metrics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MonitorResource.class)
class StatusTest {
    @Inject
    Sightings sightings;

    @Inject
    Metrics metrics;

    @TestHTTPResource(value = "/metrics", management = true)
    String management;

    @BeforeEach
    void forget() {
        sightings.forgetAll();
    }

    @Test
    void aStrangerLearnsNothing() {
        given().get("/api/status").then().statusCode(401);
        given().header("Flotilla-Fleet-Key", "another key").get("/api/status").then().statusCode(401);
        given().redirects().follow(false).get("/").then().statusCode(401);
    }

    @Test
    void whoShowsTheFleetsKeySeesEveryApp() {
        sightings.see("Sales", "+---");
        sightings.see("Stock", "+");

        given().header("Flotilla-Fleet-Key", "a key of the fleet's own").get("/api/status").then().statusCode(200)
                .body("app", contains("Sales", "Stock"))
                .body("state", contains("down", "up"))
                .body("[0].since", notNullValue());
    }

    @Test
    void prometheusReadsTheStatesOnTheManagementPort() {
        sightings.see("Sales", "+---");
        sightings.see("Stock", "+");
        metrics.look();

        given().get(management).then().statusCode(200).body(containsString("flotilla_app_up{app=\"Sales\"} 0.0"))
                .body(containsString("flotilla_app_up{app=\"Stock\"} 1.0"))
                .body(containsString("flotilla_app_latency_seconds{app=\"Stock\"} 0.009"))
                .body(containsString("flotilla_monitor_rows{what=\"outages\"} 1.0"));
    }

    @Test
    @TestSecurity(user = "ana", roles = "sales")
    void aPersonSeesTheAppsThatTheyMayOpen() {
        sightings.see("Stock", "+---");

        given().get("/api/status").then().statusCode(200)
                .body("app", contains("Sales"))
                .body("state", contains("unknown"))
                .body("[0].since", nullValue());
    }

    @Test
    @TestSecurity(user = "root", roles = "superuser")
    void thePageShowsWhatIsDownSinceWhenAndWhy() {
        sightings.see("Stock", "+");
        sightings.see("Sales", "+---");

        given().get("/").then().statusCode(200)
                .body(containsString("One app is down"))
                .body(containsString("503 Service Unavailable"));
    }

    @Test
    @TestSecurity(user = "root", roles = "superuser")
    void thePageRemembersPastOutages() {
        sightings.see("Sales", "+---++");

        given().get("/").then().statusCode(200)
                .body(containsString("came back"))
                .body(not(containsString("Open outages")));
    }
}
