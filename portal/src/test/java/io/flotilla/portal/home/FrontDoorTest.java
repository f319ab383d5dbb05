package io.flotilla.portal.home;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.flotilla.base.browser.Chromium;
import io.flotilla.base.browser.Visit;
import io.flotilla.base.browser.Visit.Screen;
import io.flotilla.base.noticeboard.Noticeboard;
import io.flotilla.base.noticeboard.posting.RolloutPosting;
import io.flotilla.base.store.Store;
import io.flotilla.portal.FrontDoor;
import io.flotilla.portal.PersonHeader;
import io.flotilla.portal.register.logo.Png;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The front door in a real browser. */
@QuarkusTest
@TestProfile(FrontDoor.class)
class FrontDoorTest {
    private static final LocatorAssertions.ContainsTextOptions PATIENTLY = new LocatorAssertions.ContainsTextOptions()
            .setTimeout(60_000);
    private static Chromium chromium;

    @Inject
    Store store;
    @Inject
    Noticeboard board;
    @ConfigProperty(name = "flotilla.origin")
    String marina;

    @BeforeAll
    static void launch() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void quit() {
        chromium.close();
    }

    @BeforeEach
    void forget() {
        store.write(handle -> {
            for (var table : List.of("listing", "favourite", "recent", "announcement", "access_request")) {
                handle.execute("DELETE FROM " + table);
            }
            return null;
        });
        monitorSays("[]");
    }

    @Test
    void anOwnerGivesTheAppALogoAndEverybodySeesIt() {
        try (var visit = visit(PersonHeader.OLIVIA, Screen.LAPTOP, ColorScheme.LIGHT)) {
            var page = visit.page();
            go(visit, "/apps/Chervon/tile");
            visit.assertAccessible();
            page.getByLabel("A square PNG").setInputFiles(new FilePayload("genie.png", "image/png", Png.disc(640)));
            assertThat(page.getByText("This is how the new logo looks")).isVisible();
            visit.screenshot("tile-draft");
            visit.assertAccessible();
            page.getByRole(AriaRole.BUTTON, named("Keep this logo")).click();
            assertThat(page.getByText("The tile has its new logo.")).isVisible();

            page.getByLabel("Title").fill("Chervon Genie");
            assertThat(page.locator("#preview .tile-title")).hasText("Chervon Genie");
            page.getByLabel("Title").press("Enter");
            assertThat(page.getByText("Saved. The tile shows it at once.")).isVisible();
            page.reload();
            assertThat(page.getByText("set here")).isVisible();
            visit.screenshot("tile-form");

            go(visit, "/");
            assertThat(page.locator("#tile-Chervon img")).hasJSProperty("naturalWidth", 512);
            assertThat(page.locator("#tile-Chervon .tile-title")).hasText("Chervon Genie");
        }
    }

    @Test
    void statesAndRolloutsShowOnTheTileWithoutAReload() throws Exception {
        try (var visit = visit(PersonHeader.OLIVIA, Screen.LAPTOP, ColorScheme.LIGHT)) {
            go(visit, "/");
            var state = visit.page().locator("#tile-Sales .state");
            monitorSays("[{\"app\":\"Sales\",\"state\":\"up\"},{\"app\":\"Pricing\",\"state\":\"down\"}]");
            assertThat(state).containsText("up", PATIENTLY);
            assertThat(visit.page().locator("#tile-Pricing .state")).containsText("down", PATIENTLY);

            rollout(RolloutPosting.State.RUNNING);
            assertThat(state).containsText("updating", PATIENTLY);
            visit.assertAccessible();
            rollout(RolloutPosting.State.DONE);
            assertThat(state).containsText("up", PATIENTLY);
        }
    }

    @Test
    void searchKeysAndStarsWorkWithoutAMouse() {
        try (var visit = visit(PersonHeader.OLIVIA, Screen.LAPTOP, ColorScheme.LIGHT)) {
            var page = visit.page();
            go(visit, "/");
            page.keyboard().press("/");
            assertThat(page.locator("#search")).isFocused();
            page.keyboard().type("emission");
            assertThat(shown(page)).hasCount(1);
            assertThat(page.locator("#tile-Forecast")).isVisible();
            page.keyboard().press("Escape");
            page.keyboard().press("ArrowDown");
            var first = page.evaluate("document.activeElement.id");
            page.keyboard().press("ArrowRight");
            page.keyboard().press("ArrowLeft");
            assertEquals(first, page.evaluate("document.activeElement.id"));

            page.locator("#tile-Routes").focus();
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(page.locator("section[aria-labelledby=favourites] #tile-Routes")).isVisible();
            assertThat(page.locator("#star-Routes")).hasAttribute("aria-pressed", "true");
            assertThat(page.locator("#star-Routes")).isFocused();
            page.reload();
            assertThat(page.locator("section[aria-labelledby=favourites] #tile-Routes")).isVisible();
        }
    }

    @Test
    void whatWasOpenedLastIsOfferedAgain() {
        try (var visit = visit(PersonHeader.OLIVIA, Screen.LAPTOP, ColorScheme.LIGHT)) {
            var page = visit.page();
            page.route("**/forecast/", route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
                    .setContentType("text/html").setBody("<!doctype html><link rel=icon href=data:,><p>the app")));
            go(visit, "/");
            page.locator("#tile-Forecast").click();
            assertThat(page.getByText("the app")).isVisible();
            await().atMost(Duration.ofSeconds(60)).until(() -> store.read(
                    handle -> handle.createQuery("SELECT count(*) FROM recent").mapTo(Integer.class).one()) == 1);
            page.goBack();
            page.reload();
            assertThat(page.locator(".recent")).containsText("Émission Forecast");
        }
    }

    @Test
    void everybodyCanReadItOnALaptopInTheLight() {
        readable(Screen.LAPTOP, ColorScheme.LIGHT);
    }

    @Test
    void everybodyCanReadItOnAPhoneInTheDark() {
        readable(Screen.PHONE, ColorScheme.DARK);
    }

    private void readable(Screen screen, ColorScheme scheme) {
        dress();
        try (var visit = visit(PersonHeader.OLIVIA, screen, scheme)) {
            go(visit, "/");
            assertThat(visit.page().locator("#tile-Sales .state")).containsText("up", PATIENTLY);
            look(visit, "home-%s-%s".formatted(screen, scheme));
            for (var page : Map.of("tile", "/apps/Sales/tile", "ask", "/apps/Warehouse/request").entrySet()) {
                go(visit, page.getValue());
                look(visit, "%s-%s-%s".formatted(page.getKey(), screen, scheme));
            }
        }
        try (var visit = visit(PersonHeader.UMA, screen, scheme)) {
            go(visit, "/requests");
            assertThat(visit.page().getByText("I count the pallets.")).isVisible();
            look(visit, "requests-%s-%s".formatted(screen, scheme));
            go(visit, "/announcements");
            assertThat(visit.page().getByText("The warehouse system is read-only")).isVisible();
            look(visit, "announcements-%s-%s".formatted(screen, scheme));
        }
    }

    private static void look(Visit visit, String name) {
        visit.assertFits();
        visit.assertAccessible();
        visit.screenshot(name);
    }

    /** A home page as a team has it after a while. */
    private void dress() {
        monitorSays("["
                + String.join(",", List.of("Sales", "Pricing", "Chervon", "Routes", "Cargo", "LMSPortal", "Margin",
                        "Health").stream().map("{\"app\":\"%s\",\"state\":\"up\"}"::formatted).toList())
                + ",{\"app\":\"Forecast\",\"state\":\"failing\"}]");
        store.write(handle -> {
            for (var app : List.of("Sales", "Chervon")) {
                handle.execute("INSERT INTO favourite (person, app) VALUES ('olivia@example.com', ?)", app);
            }
            for (var app : List.of("Sales", "Forecast", "Cargo")) {
                handle.execute("INSERT INTO recent (person, app, opened) VALUES ('olivia@example.com', ?, ?)", app,
                        (long) app.hashCode());
            }
            handle.execute("INSERT INTO access_request (id, app, person, person_name, person_email, reason, asked_at, "
                    + "lapses_at, state, joined, warned, version) VALUES ('r', 'Warehouse', 'sam@example.com', "
                    + "'Sam Berger', 'sam@example.com', 'I count the pallets.', ?, ?, 'PENDING', '', 0, 0)",
                    Instant.now().toEpochMilli(), Instant.now().plus(Duration.ofDays(14)).toEpochMilli());
            return handle.execute(
                    "INSERT INTO announcement (id, words, urgent, ends, made_by) VALUES ('a', ?, 0, ?, ?)",
                    "The warehouse system is read-only on Saturday, 8:00 to 11:00.",
                    Instant.now().plus(Duration.ofDays(2)).toEpochMilli(), "Uma Okafor");
        });
    }

    private void rollout(RolloutPosting.State state) throws Exception {
        var now = Instant.now();
        new RolloutPosting("Sales", "r1", state, Optional.of("aaa"), "bbb", "waits", "test", now, now,
                state == RolloutPosting.State.RUNNING ? Optional.empty() : Optional.of(now)).post(board);
    }

    private void monitorSays(String states) {
        RestAssured.given().body(states).put(marina + "/health/api/status").then().statusCode(200);
    }

    private static Locator shown(Page page) {
        return page.locator("#tiles li:not([hidden]) > .tile");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(Pattern.compile(name));
    }

    private static Visit visit(String person, Screen screen, ColorScheme scheme) {
        return Visit.begin(chromium, screen, scheme, Map.of(PersonHeader.HEADER,
                new String(person.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)));
    }

    private static void go(Visit visit, String path) {
        visit.page().navigate("http://localhost:%d/portal%s".formatted(RestAssured.port, path));
    }
}
