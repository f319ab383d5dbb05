package io.flotilla.portal.admin;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.flotilla.base.access.Person;
import io.flotilla.portal.Office;
import io.flotilla.portal.PersonHeader;
import io.flotilla.portal.Session;
import io.flotilla.portal.directory.Directory;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A stranger, a person without groups, an owner, an admin and a superuser at every page of the administration. */
@QuarkusTest
@TestProfile(Office.class)
class AdministrationTest {
    private static final String ADA = "ada@example.com;Ada Admin;admin";
    private static final List<String> FOR_ADMINS = List.of("/admin/people", "/admin/people/sam@example.com",
            "/admin/graph", "/admin/file", "/admin/access.yaml", "/admin/audit", "/admin/audit.csv",
            "/admin/audit.json",
            "/admin/tokens");
    private static final List<String> FOR_OWNERS = List.of("/admin/apps", "/admin/groups", "/admin/why",
            "/admin/apps/Sales", "/admin/groups/pricing", "/admin/why?person=sam@example.com&app=Sales");

    @Inject
    Directory directory;

    private final String group = "g" + UUID.randomUUID().toString().substring(0, 8);
    private final String guest = "guest-" + UUID.randomUUID() + "@example.com";

    @BeforeEach
    void aGuest() {
        directory.met(new Person(guest, "Gil Guest", guest, Set.of()));
        new Session(PersonHeader.OLIVIA).get("/apps");
        new Session(ADA).get("/apps");
    }

    @Test
    void strangersAndThoseWithoutGroupsSeeNothingOfIt() {
        for (var path : paths()) {
            assertEquals(401, given().redirects().follow(false).get("/portal" + path).statusCode(), path);
            assertEquals(403, new Session(PersonHeader.SAM).get(path).statusCode(), path);
        }
    }

    @Test
    void ownersSeeTheirOwnAppsAndGroupsAndNothingElse() {
        var olivia = new Session(PersonHeader.OLIVIA);
        FOR_OWNERS.forEach(path -> assertEquals(200, olivia.get(path).statusCode(), path));
        FOR_ADMINS.forEach(path -> assertEquals(403, olivia.get(path).statusCode(), path));
        for (var path : List.of("/admin/apps/Payroll", "/admin/apps/Nowhere", "/admin/groups/warehouse",
                "/admin/groups/superuser")) {
            assertEquals(404, olivia.get(path).statusCode(), path);
        }
        assertFalse(olivia.get("/admin/apps").asString().contains("Payroll"));
    }

    @Test
    void adminsAndSuperusersSeeAllOfIt() {
        for (var person : List.of(ADA, PersonHeader.UMA)) {
            for (var path : paths()) {
                assertEquals(200, new Session(person).get(path).statusCode(), person + path);
            }
        }
    }

    @Test
    void aChangeIsShownBeforeItIsSavedAndIsMadeOnceHoweverOftenItIsSent() {
        var ada = new Session(ADA);
        assertEquals(303, make(ada, group).statusCode());
        var join = members(ada, guest.toUpperCase(Locale.ROOT), "join");
        assertTrue(join.asString().contains("Nobody gains"), join.asString());
        assertTrue(directory.groupsOf(guest).isEmpty());
        assertTrue(saved(ada, join).endsWith("/admin/groups/" + group + "?done=1"));
        assertEquals(Set.of(group), directory.groupsOf(guest));
        try {
            var preview = ada.post("/admin/apps/Payroll/requirements", Map.of("add", group));
            assertEquals(200, preview.statusCode());
            assertTrue(preview.asString().contains("1 person gains") && preview.asString().contains("Gil Guest"),
                    preview.asString());
            assertFalse(ada.get("/admin/apps/Payroll").asString().contains("Gil Guest"));

            assertTrue(saved(ada, preview).endsWith("/admin/apps/Payroll?done=1"));
            assertTrue(saved(ada, preview).endsWith("/admin/apps/Payroll?done=0"));

            assertTrue(ada.get("/admin/apps/Payroll").asString().contains("Gil Guest"));
            var why = ada.get("/admin/why?app=Payroll&person=" + guest).asString();
            assertTrue(why.contains("Gil Guest may open Payroll"), why);
            var audit = ada.get("/admin/audit?q=" + group).asString();
            assertTrue(audit.contains("requirements set") && audit.contains("member added")
                    && audit.contains("group made") && audit.contains("Ada Admin"), audit);
            assertEquals(3, ada.get("/admin/audit.csv?q=" + group).asString().lines().skip(1).count());

            ada.get("/admin/apps");
            // The page of somebody who loaded it before Ada saved.
            assertEquals(409,
                    ada.post("/admin/changes", Map.of("changes", requirements("", "sales"), "back", "/admin/apps"))
                            .statusCode());
            var leave = members(ada, guest, "leave").asString();
            assertTrue(leave.contains("1 person loses") && leave.contains("Gil Guest"), leave);
        } finally {
            ada.post("/admin/changes", Map.of("changes", requirements(group, ""), "back", "/admin/apps"));
        }
        assertTrue(ada.get("/admin/apps/Payroll").asString().contains("so it is <strong>closed</strong>"));
    }

    @Test
    void aPersonIsPutIntoAGroupFromTheirOwnPageToo() {
        var ada = new Session(ADA);
        make(ada, group);
        var page = "/admin/people/" + guest;
        var join = ada.post(page + "/groups", Map.of("join", group));
        assertTrue(join.asString().contains("joins " + group) && directory.groupsOf(guest).isEmpty(), join.asString());
        assertTrue(saved(ada, join).endsWith(page + "?done=1"));
        assertEquals(Set.of(group), directory.groupsOf(guest));
        assertTrue(ada.get(page).asString().contains("Remove from " + group));
        saved(ada, ada.post(page + "/groups", Map.of("leave", group)));
        assertTrue(directory.groupsOf(guest).isEmpty());

        assertEquals(403, ada.post(page + "/groups", Map.of("join", "superuser")).statusCode());
        assertEquals(403,
                new Session(PersonHeader.OLIVIA).post(page + "/groups", Map.of("join", "sales")).statusCode());
    }

    @Test
    void onlySuperusersTouchOverrideGroupsAndTheLastOneStays() {
        assertEquals(403, new Session(ADA).post("/admin/groups/superuser/members",
                Map.of("deed", "join", "person", guest)).statusCode());
        assertEquals(403, new Session(ADA).post("/admin/changes", Map.of("back", "", "changes",
                "[{\"do\":\"join\",\"person\":\"%s\",\"group\":\"superuser\"}]".formatted(guest))).statusCode());
        assertTrue(directory.groupsOf(guest).isEmpty());

        var leave = "[{\"do\":\"leave\",\"person\":\"uma@example.com\",\"group\":\"superuser\"}]";
        var refused = new Session(PersonHeader.UMA).post("/admin/changes", Map.of("back", "", "changes", leave));
        assertEquals(422, refused.statusCode());
        assertTrue(refused.asString().contains("Nobody would be left"), refused.asString());
        assertEquals(Set.of("superuser"), directory.groupsOf("uma@example.com"));
    }

    @Test
    void ownersMayNotLetEveryoneInNorUseGroupsOfOthers() {
        var olivia = new Session(PersonHeader.OLIVIA);
        for (var other : List.of("everyone", "warehouse", "superuser")) {
            var answer = olivia.post("/admin/apps/Sales/requirements",
                    Map.of("before", "sales", "keep", "sales", "add", other));
            assertEquals(403, answer.statusCode(), other);
        }
        assertEquals(404, olivia.post("/admin/apps/Payroll/requirements", Map.of("add", "sales")).statusCode());
        assertEquals(200, olivia.post("/admin/apps/Sales/requirements",
                Map.of("before", "sales", "keep", "sales", "add", "pricing")).statusCode());
        assertEquals(403, olivia.post("/admin/groups", Map.of("name", group)).statusCode());
        assertEquals(403, olivia.post("/admin/tokens", Map.of("name", "mine")).statusCode());
    }

    @Test
    void nothingIsWrittenWithoutTheFormsTokenOrFromElsewhere() {
        var ada = new Session(ADA);
        assertEquals(400, ada.forged("/admin/groups", Map.of("name", group)).statusCode());
        assertEquals(415, given().header(PersonHeader.HEADER, ADA).contentType("text/plain").body("name=" + group)
                .post("/portal/admin/groups").statusCode());
        assertEquals(403, given().header(PersonHeader.HEADER, ADA).header("Origin", "https://evil.example.com")
                .contentType("application/x-www-form-urlencoded").body("name=" + group).post("/portal/admin/groups")
                .statusCode());
        assertFalse(directory.groups().stream().anyMatch(known -> known.name().equals(group)));
    }

    @Test
    void whatMakesNoSenseIsRefusedInASentence() {
        var ada = new Session(ADA);
        assertEquals(422, make(ada, "two words").statusCode());
        assertEquals(422, make(ada, "everyone").statusCode());
        assertEquals(422, ada.post("/admin/apps/Payroll/owners", Map.of("owners", "not an address")).statusCode());
        assertEquals(422, ada.post("/admin/file", Map.of("yaml", "apps: [")).statusCode());
        assertEquals(422, ada.post("/admin/changes", Map.of("changes", requirements("", "nosuchgroup"), "back", ""))
                .statusCode());
    }

    @Test
    void manyAppsAndAWholeFileArePreviewedToo() {
        var ada = new Session(ADA);
        var bulk = ada.post("/admin/apps", Map.of("app", "Routes", "group", "everyone", "deed", "remove")).asString();
        assertTrue(bulk.contains("Routes: everyone → closed"), bulk);
        var file = ada.post("/admin/file", Map.of("yaml", "apps: { Routes: { requires: [warehouse] } }")).asString();
        assertTrue(file.contains("Routes: everyone → warehouse"), file);
        assertTrue(ada.get("/admin/access.yaml").asString().contains("Routes"));
    }

    private static List<String> paths() {
        return Stream.concat(FOR_ADMINS.stream(), FOR_OWNERS.stream()).toList();
    }

    private static Response make(Session session, String name) {
        return session.post("/admin/groups", Map.of("name", name, "description", "made by a test"));
    }

    private Response members(Session session, String person, String deed) {
        return session.post("/admin/groups/" + group + "/members", Map.of("person", person, "deed", deed));
    }

    private static String requirements(String before, String after) {
        return "[{\"do\":\"requirements\",\"app\":\"Payroll\",\"before\":[%s],\"after\":[%s]}]"
                .formatted(quoted(before), quoted(after));
    }

    private static String quoted(String name) {
        return name.isEmpty() ? "" : "\"" + name + "\"";
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
