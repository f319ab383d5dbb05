package io.flotilla.portal.admin;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

/** The portal of these tests has {@code localhost} for its administration. */
@QuarkusTest
class AdminHostTest {
    @Test
    @TestSecurity(user = "uma", roles = "superuser")
    void theAdministrationDoesNotExistUnderAnyOtherName() {
        for (var path : List.of("/admin/apps", "/admin/", "/admin/nothing", "/api/v1/apps")) {
            assertEquals(404, at("127.0.0.1").get(path).statusCode(), path);
            assertEquals(404, at("127.0.0.1").get("/x/.." + path).statusCode(), path);
        }
        assertEquals(200, at("localhost").get("/admin/apps").statusCode());
        assertEquals(200, at("LOCALHOST").get("/api/v1/apps").statusCode());
        assertEquals(200, at("127.0.0.1").get("/apps").statusCode());
    }

    @Test
    @TestSecurity(user = "uma", roles = "superuser")
    void thePageOfATileLeadsThereInsteadOfTakingWritesThatWouldBeRefused() {
        var page = at("127.0.0.1").get("/apps/Sales/tile").asString();
        assertTrue(page.contains("://localhost/admin/apps/Sales\"") && !page.contains("/requirements\""), page);
    }

    @Test
    void nothingElseIsTakenForIt() {
        assertTrue(AdminHost.isAdministration("/admin"));
        assertTrue(AdminHost.isAdministration("/api/v1/changes"));
        assertFalse(AdminHost.isAdministration("/administrators"));
        assertFalse(AdminHost.isAdministration("/api/access/apps"));
    }

    private static RequestSpecification at(String host) {
        return given().redirects().follow(false).urlEncodingEnabled(false)
                .header("Host", host + ":" + RestAssured.port);
    }
}
