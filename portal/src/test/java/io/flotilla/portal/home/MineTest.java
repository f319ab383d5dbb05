package io.flotilla.portal.home;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.flotilla.base.store.Store;
import io.flotilla.portal.FrontDoor;
import io.flotilla.portal.PersonHeader;
import io.flotilla.portal.Session;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the home page remembers of a person, and what admins tell everybody, in a browser without script. */
@QuarkusTest
@TestProfile(FrontDoor.class)
class MineTest {
    @Inject
    Store store;

    private final Session olivia = new Session(PersonHeader.OLIVIA);
    private final Session uma = new Session(PersonHeader.UMA);

    @BeforeEach
    void forget() {
        store.write(handle -> {
            for (var table : List.of("favourite", "recent", "announcement")) {
                handle.execute("DELETE FROM " + table);
            }
            return null;
        });
    }

    @Test
    void aStarPutsAnAppFirstForThisPersonAlone() {
        olivia.post("/mine/favourites", Map.of("star", "Routes")).then().statusCode(303)
                .header("Location", containsString("/portal/?home#tile-Routes"));
        olivia.post("/mine/favourites", Map.of("star", "Routes")).then().statusCode(303);
        var page = olivia.get("/?home").asString();
        assertTrue(page.indexOf("id=\"favourites\"") < page.indexOf("id=\"tile-Routes\"")
                && page.indexOf("id=\"tile-Routes\"") < page.indexOf(">Commerce</h2>"), page);
        uma.get("/?home").then().body(not(containsString("id=\"favourites\"")));

        olivia.post("/mine/favourites", Map.of("unstar", "Routes")).then().statusCode(303);
        olivia.get("/?home").then().body(not(containsString("id=\"favourites\"")));
    }

    @Test
    void nobodyCanStarOrOpenWhatTheyMayNotSee() {
        olivia.post("/mine/favourites", Map.of("star", "Payroll")).then().statusCode(404);
        olivia.post("/mine/recents", Map.of("app", "Warehouse")).then().statusCode(404);
        olivia.post("/mine/favourites", Map.of()).then().statusCode(404);
        olivia.forged("/mine/favourites", Map.of("star", "Routes")).then().statusCode(400);
    }

    @Test
    void whatWasOpenedLastIsOfferedUntilItIsNotOpenAnyMore() {
        olivia.post("/mine/recents", Map.of("app", "Forecast")).then().statusCode(204);
        olivia.get("/?home").then().body(containsString("class=\"recent\" href=\"/forecast/\""));
        store.write(handle -> handle.execute(
                "INSERT INTO recent (person, app, opened) VALUES ('olivia@example.com', 'Warehouse', ?)",
                Instant.now().toEpochMilli()));
        olivia.get("/?home").then().body(not(containsString("class=\"recent\" href=\"/warehouse/\"")));
    }

    @Test
    void adminsTellEverybodySomethingUntilItEnds() {
        var id = UUID.randomUUID().toString();
        var form = Map.of("id", id, "text", "Read-only on <Saturday>", "length", "1d", "urgent", "yes");
        uma.post("/announcements", form).then().statusCode(303);
        uma.post("/announcements", form).then().statusCode(303);
        olivia.get("/?home").then().body(containsString("Read-only on &lt;Saturday&gt;"))
                .body(containsString("Uma Okafor, until"));
        uma.post("/announcements/" + id + "/end", Map.of()).then().statusCode(303);
        olivia.get("/?home").then().body(not(containsString("Read-only")));
    }

    @Test
    void onlyAdminsAnnounce() {
        olivia.get("/announcements").then().statusCode(403);
        olivia.post("/announcements", Map.of("id", UUID.randomUUID().toString(), "text", "x", "length", "1d")).then()
                .statusCode(403);
        olivia.post("/announcements/x/end", Map.of()).then().statusCode(403);
        uma.post("/announcements", Map.of("id", "x", "text", "x", "length", "1d")).then().statusCode(400);
        uma.post("/announcements", Map.of("id", UUID.randomUUID().toString(), "text", "x", "length", "9y")).then()
                .statusCode(400);
    }
}
