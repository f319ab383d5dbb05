package io.flotilla.portal.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.regex.Pattern;

import io.flotilla.portal.Office;
import io.flotilla.portal.PersonHeader;
import io.flotilla.portal.Session;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** Which groups an app requires: set on the page of its tile, and given back to fleet.yaml. */
@QuarkusTest
@TestProfile(Office.class)
class RequirementsTest {
    private static final String ADA = "ada@example.com;Ada Admin;admin";
    private static final String TILE = "/apps/Pricing/tile";
    private static final String PAGE = "/admin/apps/Pricing";

    @Test
    void anOwnerSetsThemOnTheTilesPageAndFleetYamlIsFollowedAgain() {
        new Session(ADA).get("/apps");
        var olivia = new Session(PersonHeader.OLIVIA);
        var page = olivia.get(TILE).asString();
        assertTrue(page.contains("Required groups") && page.contains("from fleet.yaml"), page);
        assertFalse(page.contains("Follow fleet.yaml again"), page);

        var closing = olivia.post(PAGE + "/requirements", Map.of("before", "pricing", "back", TILE));
        assertTrue(closing.asString().contains("1 person loses") && closing.asString().contains("Olivia Lindqvist"),
                closing.asString());
        assertTrue(saved(olivia, closing).endsWith(TILE + "?done=1"));
        try {
            page = olivia.get(TILE).asString();
            assertTrue(page.contains("set here") && page.contains("Follow fleet.yaml again"), page);
        } finally {
            var ada = new Session(ADA);
            var following = ada.post(PAGE + "/requirements/file", Map.of("back", ""));
            assertTrue(following.asString().contains("1 person gains")
                    && following.asString().contains("closed → pricing, as fleet.yaml says"), following.asString());
            assertTrue(saved(ada, following).endsWith(PAGE + "?done=1"));
            assertTrue(saved(ada, following).endsWith(PAGE + "?done=0"), "a second click is harmless");
        }
        page = olivia.get(TILE).asString();
        assertTrue(page.contains("from fleet.yaml") && !page.contains("Follow fleet.yaml again"), page);
        var audit = new Session(PersonHeader.UMA).get("/admin/audit?q=Pricing").asString();
        assertTrue(audit.contains("requirements follow fleet.yaml") && audit.contains("Ada Admin"), audit);
    }

    @Test
    void whatFleetYamlDoesNotSayIsNotSaved() {
        var ada = new Session(ADA);
        var set = "[{\"do\":\"requirements\",\"app\":\"Routes\",\"before\":[\"everyone\"],\"after\":[]}]";
        assertEquals(303, ada.post("/admin/changes", Map.of("changes", set, "back", "")).statusCode());
        try {
            assertEquals(409, ada.post("/admin/changes", Map.of("changes", follow("", "\"sales\""), "back", ""))
                    .statusCode());
            assertEquals(409, ada.post("/admin/changes",
                    Map.of("changes", follow("\"sales\"", "\"everyone\""), "back", "")).statusCode());
            assertTrue(ada.get("/admin/apps/Routes").asString().contains("set here"));
        } finally {
            assertEquals(303, ada.post("/admin/changes", Map.of("changes", follow("", "\"everyone\""), "back", ""))
                    .statusCode());
        }
    }

    private static String follow(String before, String after) {
        return "[{\"do\":\"follow\",\"app\":\"Routes\",\"before\":[%s],\"after\":[%s]}]".formatted(before, after);
    }

    /** Presses the preview's button; where it leads. */
    private static String saved(Session session, Response preview) {
        var answer = session.post("/admin/changes",
                Map.of("changes", field(preview, "changes"), "back", field(preview, "back")));
        assertEquals(303, answer.statusCode(), answer.asString());
        return answer.header("Location");
    }

    private static String field(Response page, String name) {
        var matcher = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page.asString());
        assertTrue(matcher.find(), page.asString());
        return matcher.group(1).replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&");
    }
}
