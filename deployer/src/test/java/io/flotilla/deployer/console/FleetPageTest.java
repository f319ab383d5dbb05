package io.flotilla.deployer.console;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestSecurity(user = "uma", roles = "superuser")
class FleetPageTest {
    private static final Path FILE = Path.of("target/console/fleet.yaml");

    @Test
    void whatRunsWhereIsShownForEveryEnvironment() throws IOException {
        catalogueIs(Files.readString(Path.of("demo/fleet.yaml")));
        page().statusCode(200).body(allOf(containsString("https://labs-dev.example.com/portal_lms/"),
                containsString("1 × t2.micro"), containsString("fixingStyling"), containsString("this machine")));
    }

    @Test
    void everyMistakeIsShownWithItsPlaceAndItsMend() throws IOException {
        catalogueIs(Files.readString(Path.of("demo/fleet.yaml")).replace("priority: 104", "priority: 103"));
        page().statusCode(200).body(allOf(containsString("One mistake in"), containsString("apps.Sales.dev.priority"),
                containsString("104")));
    }

    @Test
    void aChangedFileIsShownAtOnce() throws IOException {
        catalogueIs(Files.readString(Path.of("demo/fleet.yaml")));
        page().body(containsString("LMS Data Portal"));
        catalogueIs(Files.readString(Path.of("demo/fleet.yaml")).replace("LMS Data Portal", "Learning"));
        page().body(allOf(containsString("Learning"), not(containsString("LMS Data Portal"))));
    }

    @Test
    void aTitleIsTextWhateverItLooksLike() throws IOException {
        catalogueIs(
                Files.readString(Path.of("demo/fleet.yaml")).replace("LMS Data Portal", "<script>alert(1)</script>"));
        page().body(allOf(containsString("&lt;script&gt;alert(1)"), not(containsString("<script>alert"))));
    }

    @Test
    @TestSecurity(user = "olivia", roles = "sales")
    void whoeverIsInNoOverrideGroupSeesNothing() throws IOException {
        catalogueIs(Files.readString(Path.of("demo/fleet.yaml")));
        page().statusCode(403).body(not(containsString("labs-dev.example.com")));
    }

    @Test
    @TestSecurity
    void aStrangerSeesNothing() throws IOException {
        catalogueIs(Files.readString(Path.of("demo/fleet.yaml")));
        page().statusCode(401).body(not(containsString("labs-dev.example.com")));
    }

    private static void catalogueIs(String text) throws IOException {
        Files.createDirectories(FILE.getParent());
        Files.writeString(FILE, text);
    }

    private static io.restassured.response.ValidatableResponse page() {
        return given().accept("text/html").get("/").then();
    }
}
