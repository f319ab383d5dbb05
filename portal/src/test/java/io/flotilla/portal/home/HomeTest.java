package io.flotilla.portal.home;

import static io.restassured.RestAssured.get;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Harbour.class)
class HomeTest {
    private static final Pattern TILE = Pattern.compile("class=\"tile\" href=\"[^\"]*\" id=\"tile-(\\w+)\"");
    private static final Pattern LOCKED = Pattern.compile("class=\"tile tile-locked\" href=\"/apps/(\\w+)/request\"");

    @Test
    @TestSecurity(user = "olivia", roles = "sales")
    void showsTheAppsWhoseRequirementsAreAllMet() {
        assertEquals(List.of("Sales", "Open"), tiles());
    }

    @Test
    @TestSecurity(user = "bo", roles = {"sales", "warehouse"})
    void showsMoreToWhoIsInMoreGroups() {
        assertEquals(List.of("Sales", "Both", "Open"), tiles());
    }

    @Test
    @TestSecurity(user = "sam")
    void showsWhatIsOpenToEveryone() {
        assertEquals(List.of("Open"), tiles());
    }

    @Test
    @TestSecurity(user = "uma", roles = "superuser")
    void showsEverythingOfTheEnvironmentToOverrideGroups() {
        assertEquals(List.of("Sales", "Monitor", "Both", "Open", "Closed"), tiles());
    }

    @Test
    @TestSecurity(user = "sam")
    void sendsNothingOfWhatAPersonMayNotOpen() {
        for (var path : List.of("/", "/tiles", "/apps")) {
            get(path).then().statusCode(200).body(not(containsString("/sales/"))).body(not(containsString("Closed")));
        }
    }

    @Test
    @TestSecurity(user = "olivia", roles = "sales")
    void offersToAskForWhatIsLockedButNotForWhatIsClosed() {
        assertEquals(List.of("Both"), tiles(LOCKED));
    }

    @Test
    @TestSecurity(user = "uma", roles = "superuser")
    void marksWhatNobodyElseCanOpenYet() {
        get("/").then().body(containsString("No group may open it yet"));
    }

    @Test
    void sendsStrangersNothing() {
        for (var path : List.of("/", "/tiles", "/apps")) {
            var answer = get(path);
            assertEquals(401, answer.statusCode(), path);
            assertFalse(answer.asString().contains("/open/"), path);
        }
    }

    @Test
    @TestSecurity(user = "olivia", roles = "sales")
    void titlesAreTextWhateverTheySay() {
        get("/").then().body(containsString("Sales &amp; &lt;b&gt;more&lt;/b&gt;"))
                .body(not(containsString("<b>more")));
    }

    @Test
    @TestSecurity(user = "olivia", roles = "sales")
    void showsEachAppsStateAsTheMonitorSaysIt() {
        await().untilAsserted(() -> {
            var page = get("/tiles").asString();
            assertTrue(page.contains("state-down") && page.contains("state-up"), page);
        });
    }

    @Test
    @TestSecurity(user = "uma", roles = "superuser")
    void keepsTheLastGoodCatalogueAndTellsThoseWhoCanMendIt() throws IOException {
        try {
            Files.writeString(Harbour.CATALOGUE, "fleet: [");
            await().untilAsserted(() -> get("/").then().body(containsString("The posted catalogue has mistakes")));
            assertEquals(List.of("Sales", "Monitor", "Both", "Open", "Closed"), tiles());
        } finally {
            Files.writeString(Harbour.CATALOGUE, Harbour.FLEET);
        }
        await().untilAsserted(() -> get("/").then().body(not(containsString("The posted catalogue has mistakes"))));
    }

    private static List<String> tiles() {
        return tiles(TILE);
    }

    private static List<String> tiles(Pattern kind) {
        var names = new ArrayList<String>();
        var matcher = kind.matcher(get("/").then().statusCode(200).extract().asString());
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }
}
