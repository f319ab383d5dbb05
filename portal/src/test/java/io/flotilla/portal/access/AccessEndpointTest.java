package io.flotilla.portal.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import io.flotilla.base.access.Person;
import io.flotilla.base.noticeboard.Noticeboard;
import io.flotilla.base.noticeboard.posting.TokenPosting;
import io.flotilla.portal.directory.Directory;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccessEndpointTest {
    private static final String SALES = "a token that only Sales has";
    private static final String MONITOR = "a token that only the monitor has";

    @Inject
    Noticeboard noticeboard;
    @Inject
    Directory directory;

    private final String person = "person " + UUID.randomUUID();

    @BeforeEach
    void postTokens() throws Noticeboard.Superseded {
        TokenPosting.of("Sales", SALES).post(noticeboard);
        TokenPosting.of("Monitor", MONITOR).post(noticeboard);
        TokenPosting.of("Elsewhere", SALES).post(noticeboard);
        directory.met(new Person(person, "Pat", "pat@example.com", Set.of("sales")));
    }

    @Test
    void tellsAnAppItsRequirementsAndThePersonsGroupsOfNow() {
        asking(SALES).queryParam("person", person).get("/api/access/apps/Sales").then().statusCode(200)
                .body("app", equalTo("Sales")).body("requirements", contains("sales"))
                .body("overrides", contains("dev", "superuser")).body("groups", contains("sales"))
                .body("groupOwners.sales", contains("olivia@example.com"))
                .body("ask", equalTo("/apps/Sales/request"));

        directory.remove(person, "sales");

        asking(SALES).queryParam("person", person).get("/api/access/apps/Sales").then().statusCode(200)
                .body("groups", empty());
    }

    @Test
    void somebodyTheDirectoryDoesNotKnowIsInNoGroup() {
        asking(SALES).queryParam("person", "nobody").get("/api/access/apps/Sales").then().statusCode(200)
                .body("groups", empty());
        asking(SALES).get("/api/access/apps/Sales").then().statusCode(200).body("groups", empty());
    }

    @Test
    void anUnchangedAnswerIsNotSentAgainAndAChangedOneIs() {
        var first = asking(SALES).queryParam("person", person).get("/api/access/apps/Sales");
        var tag = first.header("ETag");

        asking(SALES).queryParam("person", person).header("If-None-Match", tag).get("/api/access/apps/Sales").then()
                .statusCode(304).header("ETag", equalTo(tag)).body(equalTo(""));

        directory.remove(person, "sales");
        var changed = asking(SALES).queryParam("person", person).header("If-None-Match", tag)
                .get("/api/access/apps/Sales");
        changed.then().statusCode(200);
        assertNotEquals(tag, changed.header("ETag"));
    }

    @Test
    void answersNobodyButTheAppItself() {
        for (var wrong : List.of("", "wrong", MONITOR)) {
            asking(wrong).get("/api/access/apps/Sales").then().statusCode(401).body(not(containsString("sales")));
        }
        given().get("/api/access/apps/Sales").then().statusCode(401);
        given().header("Authorization", "Basic " + SALES).get("/api/access/apps/Sales").then().statusCode(401);
        asking(SALES).get("/api/access/apps/Both").then().statusCode(401);
        asking(SALES).get("/api/access/apps/..%2Fcatalogue").then().statusCode(not(equalTo(200)));
    }

    @Test
    void knowsNoAppThatTheEnvironmentDoesNotHave() {
        asking(SALES).get("/api/access/apps/Elsewhere").then().statusCode(404);
    }

    @Test
    void tellsTheMonitorEveryAppsRequirementsAndNobodyElse() {
        asking(MONITOR).get("/api/access/apps").then().statusCode(200).body("apps.Sales", contains("sales"))
                .body("apps.Both", contains("sales", "warehouse")).body("apps.Closed", empty())
                .body("apps.Elsewhere", nullValue()).body("overrides", contains("dev", "superuser"));
        asking(SALES).get("/api/access/apps").then().statusCode(401);
        given().get("/api/access/apps").then().statusCode(401);
    }

    @Test
    void nothingElseIsLetThroughSignIn() {
        for (var path : List.of("/api/access", "/api/access/app", "/api", "/api/access/appsx", "/")) {
            asking(MONITOR).redirects().follow(false).get(path).then().statusCode(401);
        }
    }

    private static RequestSpecification asking(String token) {
        return given().header("Authorization", "Bearer " + token);
    }
}
