package io.flotilla.portal.api;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import io.flotilla.base.access.Person;
import io.flotilla.portal.Office;
import io.flotilla.portal.PersonHeader;
import io.flotilla.portal.Session;
import io.flotilla.portal.directory.Directory;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

/** The API with every kind of caller. */
@QuarkusTest
@TestProfile(Office.class)
class ApiTest {
    private static final String ADA = "ada@example.com;Ada Admin;admin";
    private static final List<String> READS = List.of("apps", "apps/Sales", "groups", "groups/sales", "people",
            "people/olivia@example.com", "decision?person=olivia@example.com&app=Sales", "audit", "graph");

    @Inject
    Directory directory;

    private final String name = "token " + UUID.randomUUID();

    @Test
    void aTokenIsShownOnceWorksUntilItIsRevokedAndIsInTheAudit() {
        var ada = new Session(ADA);
        var token = issue(ada, false);
        for (var path : READS) {
            assertEquals(200, with(token).get("/portal/api/v1/" + path).statusCode(), path);
        }
        var page = ada.get("/admin/tokens").asString();
        assertTrue(page.contains(name) && !page.contains(token), page);
        assertFalse(ada.get("/admin/audit.json?q=" + name.substring(6)).asString().contains(token));

        var id = Pattern.compile("tokens/([0-9a-f-]+)/revocation\"(?:(?!revocation).)*Revoke " + name, Pattern.DOTALL)
                .matcher(page);
        assertTrue(id.find(), page);
        ada.get("/admin/tokens");
        assertEquals(303, ada.post("/admin/tokens/" + id.group(1) + "/revocation", Map.of()).statusCode());

        with(token).get("/portal/api/v1/apps").then().statusCode(401);
        assertEquals(3, ada.get("/admin/audit.csv?q=" + name.substring(6)).asString().lines().count());
    }

    @Test
    void strangersWrongTokensAndThoseWhoAreNoAdminsReadNothing() {
        for (var path : READS) {
            given().get("/portal/api/v1/" + path).then().statusCode(401).body(not(containsString("sales")));
            with("wrong").get("/portal/api/v1/" + path).then().statusCode(401);
            for (var person : List.of(PersonHeader.SAM, PersonHeader.OLIVIA)) {
                given().header(PersonHeader.HEADER, person).get("/portal/api/v1/" + path).then().statusCode(403);
            }
            assertEquals(200, given().header(PersonHeader.HEADER, ADA).get("/portal/api/v1/" + path).statusCode());
        }
    }

    @Test
    void onlyATokenThatMayWriteWritesAndOnlyWhatAdminsMay() {
        var ada = new Session(ADA);
        var guest = "guest-" + UUID.randomUUID() + "@example.com";
        directory.met(new Person(guest, "Gil Guest", guest, Set.of()));
        var group = "g" + UUID.randomUUID().toString().substring(0, 8);
        var body = """
                [{"do":"newGroup","group":"%s"},{"do":"join","person":"%s","group":"%s"}]""".formatted(group, guest,
                group);

        given().header(PersonHeader.HEADER, ADA).contentType("application/json").body(body)
                .post("/portal/api/v1/changes").then().statusCode(401);
        with(issue(ada, false)).contentType("application/json").body(body).post("/portal/api/v1/changes").then()
                .statusCode(403);
        assertTrue(directory.groupsOf(guest).isEmpty());

        var token = issue(ada, true);
        with(token).contentType("application/json").body(body).post("/portal/api/v1/changes").then().statusCode(200)
                .body("made", equalTo(2));
        with(token).contentType("application/json").body(body).post("/portal/api/v1/changes").then().statusCode(200)
                .body("made", equalTo(0));
        assertEquals(Set.of(group), directory.groupsOf(guest));
        with(token).get("/portal/api/v1/groups/" + group).then().body("members.id", hasItem(guest));

        with(token).contentType("application/json")
                .body("[{\"do\":\"join\",\"person\":\"%s\",\"group\":\"superuser\"}]".formatted(guest))
                .post("/portal/api/v1/changes").then().statusCode(403);
        with(token).contentType("application/json").body("[{}]").post("/portal/api/v1/changes").then().statusCode(422);
        with(token).contentType("application/json")
                .body("[{\"do\":\"requirements\",\"app\":\"Sales\",\"before\":[],\"after\":[]}]")
                .post("/portal/api/v1/changes").then().statusCode(409);
        with(token).contentType("application/json")
                .body("[{\"do\":\"requirements\",\"app\":\"Payroll\",\"before\":[],\"after\":[\"%s\"]}]"
                        .formatted(group))
                .post("/portal/api/v1/effect").then().statusCode(200).body("gains.person", hasItem(guest));
        with(token).contentType("application/yaml").body("apps: { Nowhere: {} }".getBytes(UTF_8))
                .post("/portal/api/v1/graph").then()
                .statusCode(422);
    }

    @Test
    void describesItselfToWhoeverMaySignIn() {
        given().redirects().follow(false).get("/portal/api/openapi").then().statusCode(401);
        given().header(PersonHeader.HEADER, ADA).accept("application/json").get("/portal/api/openapi").then()
                .statusCode(200)
                .body(containsString("/api/v1/changes")).body(containsString("/api/access/apps/{app}"))
                .body(not(containsString("/admin")));
    }

    private String issue(Session session, boolean writes) {
        session.get("/admin/tokens");
        var form = new HashMap<>(Map.of("id", UUID.randomUUID().toString(), "name", name));
        if (writes) {
            form.put("writes", "yes");
        }
        var page = session.post("/admin/tokens", form).asString();
        assertEquals(303, session.post("/admin/tokens", form).statusCode(), "the page loaded anew makes no second one");
        var matcher = Pattern.compile("id=\"issued\">([^<]+)<").matcher(page);
        assertTrue(matcher.find(), page);
        return matcher.group(1);
    }

    private static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token);
    }
}
