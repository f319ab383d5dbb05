package io.flotilla.portal.register;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import io.flotilla.base.store.Store;
import io.flotilla.portal.FrontDoor;
import io.flotilla.portal.PersonHeader;
import io.flotilla.portal.Session;
import io.flotilla.portal.register.logo.Png;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FrontDoor.class)
class TileResourceTest {
    private static final String PAGE = "/apps/Sales/tile";
    private static final Pattern DRAFT = Pattern.compile(".*[?]draft=([0-9a-f]{32})#logo");

    @Inject
    Store store;

    private final Session olivia = new Session(PersonHeader.OLIVIA);

    @BeforeEach
    void forgetWhatWasSet() {
        store.write(handle -> handle.execute("DELETE FROM listing"));
    }

    @Test
    void whatAnOwnerSetsWinsOverTheFileAndIsMarkedSo() {
        olivia.get(PAGE).then().statusCode(200).body(containsString("from fleet.yaml"))
                .body(not(containsString("set here")));
        save("title", "Orders & more", "team", "Trade").then().statusCode(303);

        olivia.get(PAGE).then().body(containsString("value=\"Orders &amp; more\""))
                .body(containsString("set here")).body(containsString("says: Sales"));
        new Session(PersonHeader.UMA).get("/?home").then().body(containsString("Orders &amp; more"))
                .body(containsString(">Trade</h2>"));
        new Session(PersonHeader.UMA).get("/admin/audit?q=tile").then().body(containsString("tile set"))
                .body(containsString("Olivia Lindqvist")).body(containsString("title “Orders &amp; more”"));
    }

    @Test
    void oneDetailGoesBackToTheFileAndTheOthersStay() {
        save("title", "Orders", "team", "Trade");
        save("title", "Orders", "team", "Trade", "back", "title").then().statusCode(303)
                .header("Location", containsString("done=back"));

        olivia.get(PAGE).then().body(containsString("value=\"Sales\"")).body(containsString("value=\"Trade\""));
    }

    @Test
    void whatIsLeftEmptyOrAsItWasStaysTheFiles() {
        save("title", "Sales", "description", "", "team", " \t ", "contact", "olivia@example.com");
        olivia.get(PAGE).then().body(not(containsString("set here"))).body(containsString("value=\"Commerce\""));
    }

    @Test
    void aTextThatIsTooLongIsShownAgainWithWhatIsWrong() {
        var answer = save("title", "x".repeat(61));
        answer.then().statusCode(422).body(containsString("60 characters at most; these are 61."))
                .body(containsString("x".repeat(61)));
        save("title", "🚢".repeat(60)).then().statusCode(303);
    }

    @Test
    void whoComesSecondIsToldAndWritesNothingOver() {
        olivia.get(PAGE);
        olivia.post(PAGE, Map.of("version", "0", "title", "First")).then().statusCode(303);
        olivia.post(PAGE, Map.of("version", "0", "title", "Second")).then().statusCode(409);
        olivia.get(PAGE).then().body(containsString("value=\"First\""));
    }

    @Test
    void aLogoIsTriedOnFirstAndShownToEverybodyOnceItIsKept() {
        var draft = draft(Png.disc(600));
        olivia.get(PAGE + "?draft=" + draft).then().body(containsString("/portal/logos/" + draft + "/512.png"))
                .body(containsString("Keep this logo"));
        olivia.get("/?home").then().body(not(containsString(draft)));

        olivia.post(PAGE + "/logo/choice", Map.of("version", "0", "draft", draft)).then().statusCode(303);
        olivia.get("/?home").then().body(containsString("/portal/logos/" + draft + "/512.png"));

        olivia.post(PAGE + "/logo/choice", Map.of("version", "1", "draft", "")).then().statusCode(303);
        olivia.get("/?home").then().body(not(containsString(draft)));
    }

    @Test
    void aLogoIsServedSoThatABrowserAsksForItOnce() {
        var path = "/logos/" + draft(Png.disc(300)) + "/256.png";
        var answer = olivia.get(path);
        answer.then().statusCode(200).contentType("image/png")
                .header("Cache-Control", "private, max-age=31536000, immutable")
                .header("X-Content-Type-Options", "nosniff");
        assertTrue(answer.header("ETag").matches("\"[0-9a-f]{32}-256\""), answer.header("ETag"));
        olivia.get("/logos/" + "0".repeat(32) + "/256.png").then().statusCode(404);
    }

    @Test
    void aFileThatIsNoLogoIsRefusedWithItsReasonAndNothingElseChanges() {
        olivia.get(PAGE);
        olivia.upload(PAGE + "/logo", "GIF89a".getBytes()).then().statusCode(422)
                .body(containsString("not a PNG")).body(containsString("value=\"Sales\""));
        olivia.upload(PAGE + "/logo", new byte[3 * 1024 * 1024]).then().statusCode(422)
                .body(containsString("more than 2 MB"));
        olivia.upload(PAGE + "/logo", new byte[0]).then().statusCode(422);
    }

    @Test
    void onlyThoseWhoLookAfterTheAppMaySetIt() {
        new Session("amy@example.com;Amy;sales").get(PAGE).then().statusCode(403);
        new Session(PersonHeader.SAM).get(PAGE).then().statusCode(404);
        new Session(PersonHeader.UMA).get(PAGE).then().statusCode(200);
        olivia.get("/apps/Warehouse/tile").then().statusCode(404);
        olivia.get("/apps/Nowhere/tile").then().statusCode(404);

        var amy = new Session("amy@example.com;Amy;sales");
        amy.post(PAGE, Map.of("version", "0", "title", "Mine")).then().statusCode(403);
        amy.upload(PAGE + "/logo", Png.disc(200)).then().statusCode(403);
        amy.post(PAGE + "/logo/choice", Map.of("version", "0", "draft", "")).then().statusCode(403);
        olivia.get(PAGE).then().body(containsString("value=\"Sales\""));
    }

    @Test
    void aFormFromAnotherSiteIsNotTaken() {
        olivia.forged(PAGE, Map.of("version", "0", "title", "Forged")).then().statusCode(400);
        olivia.get(PAGE).then().body(containsString("value=\"Sales\""));
    }

    private String draft(byte[] png) {
        olivia.get(PAGE);
        var answer = olivia.upload(PAGE + "/logo", png);
        assertEquals(303, answer.statusCode());
        var found = DRAFT.matcher(answer.header("Location"));
        assertTrue(found.matches(), answer.header("Location"));
        return found.group(1);
    }

    private io.restassured.response.Response save(String... form) {
        var page = olivia.get(PAGE).asString();
        var version = page.replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
        var fields = new java.util.HashMap<>(Map.of("version", version));
        for (int i = 0; i < form.length; i += 2) {
            fields.put(form[i], form[i + 1]);
        }
        return olivia.post(PAGE, fields);
    }
}
