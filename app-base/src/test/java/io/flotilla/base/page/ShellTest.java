package io.flotilla.base.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.flotilla.base.browser.Chromium;
import io.flotilla.base.browser.Visit;
import io.flotilla.base.browser.Visit.Screen;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The frame around every page, in a real browser. */
@QuarkusTest
@TestProfile(TrialPages.class)
class ShellTest {
    private static final List<String> PAGES = List.of("/", "/nowhere", "/failing/crash", "/failing/status/503");
    private static Chromium chromium;

    @BeforeAll
    static void launch() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void quit() {
        chromium.close();
    }

    @ParameterizedTest
    @EnumSource(value = ColorScheme.class, names = {"LIGHT", "DARK"})
    void everyPageIsReadableByEveryone(ColorScheme scheme) {
        try (var visit = visit(Screen.LAPTOP, scheme)) {
            for (var path : PAGES) {
                go(visit, path);
                visit.assertAccessible();
                visit.screenshot(
                        "%s-%s".formatted(path.equals("/") ? "sales" : path.substring(1).replace('/', '-'), scheme));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = ColorScheme.class, names = {"LIGHT", "DARK"})
    void everyPageFitsOnAPhone(ColorScheme scheme) {
        try (var visit = visit(Screen.PHONE, scheme)) {
            for (var path : PAGES) {
                go(visit, path);
                visit.assertFits();
                visit.assertAccessible();
                visit.screenshot("%s-phone-%s"
                        .formatted(path.equals("/") ? "sales" : path.substring(1).replace('/', '-'), scheme));
            }
        }
    }

    @Test
    void openMenusAreReadableAndStayOnThePhone() {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (var visit = visit(Screen.PHONE, scheme)) {
                go(visit, "/");
                for (var menu : List.of("Theme", "Ana Castro: account")) {
                    visit.page().getByLabel(menu, exactly()).first().click();
                    visit.assertFits();
                    visit.assertAccessible(".masthead");
                    assertTrue(panel(visit).boundingBox().x >= 0, menu);
                    visit.screenshot("menu-%s-%s".formatted(menu.substring(0, 3), scheme));
                    visit.page().keyboard().press("Escape");
                }
            }
        }
    }

    @Test
    void aChosenThemeIsRememberedAndThereBeforeAnythingIsDrawn() {
        try (var visit = visit(Screen.LAPTOP, ColorScheme.LIGHT)) {
            visit.page().addInitScript("""
                    new MutationObserver((changes, watch) => {
                      if (!document.body) return;
                      window.themeAtFirstSight = document.documentElement.dataset.bsTheme;
                      watch.disconnect();
                    }).observe(document, {childList: true, subtree: true});""");
            go(visit, "/");
            assertEquals("light", visit.page().evaluate("themeAtFirstSight"));

            visit.page().getByLabel("Theme", exactly()).first().click();
            visit.page().getByRole(AriaRole.BUTTON, named("Dark")).click();
            assertThat(visit.page().locator("html")).hasAttribute("data-bs-theme", "dark");
            visit.page().reload();
            assertEquals("dark", visit.page().evaluate("themeAtFirstSight"));

            visit.page().getByLabel("Theme", exactly()).first().click();
            assertThat(visit.page().getByRole(AriaRole.BUTTON, named("Dark"))).hasAttribute("aria-pressed", "true");
            visit.page().getByRole(AriaRole.BUTTON, named("As the system")).click();
            assertThat(visit.page().locator("html")).hasAttribute("data-bs-theme", "light");
            visit.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            assertThat(visit.page().locator("html")).hasAttribute("data-bs-theme", "dark");
        }
    }

    @Test
    void theKeyboardReachesTheContentFirstAndEveryMenu() {
        try (var visit = visit(Screen.LAPTOP, ColorScheme.LIGHT)) {
            go(visit, "/");
            var keyboard = visit.page().keyboard();
            keyboard.press("Tab");
            assertThat(visit.page().getByText("Skip to the content")).isFocused();
            assertThat(visit.page().getByText("Skip to the content")).isInViewport();
            keyboard.press("Enter");
            assertThat(visit.page().locator("main")).isFocused();

            visit.page().reload();
            for (var control : List.of("Skip to the content", "Sales: other apps", "Theme", "Ana Castro: account")) {
                tabTo(visit, control);
            }
            keyboard.press("Enter");
            assertThat(panel(visit)).containsText("chervon");
            keyboard.press("Tab");
            assertThat(visit.page().getByRole(AriaRole.BUTTON, named("Sign out"))).isFocused();
            keyboard.press("Escape");
            assertThat(visit.page().locator("details[open].menu")).hasCount(0);
            assertThat(visit.page().getByLabel("Ana Castro: account")).isFocused();
        }
    }

    @Test
    void theOtherAppsAreThoseThatThePortalNamesAndWithoutItTheMenuSaysWhatToDo() {
        try (var visit = visit(Screen.LAPTOP, ColorScheme.LIGHT)) {
            go(visit, "/");
            visit.tolerate("Failed to load resource: the server responded with a status of 404");
            visit.page().getByLabel("Sales: other apps").click();
            assertThat(visit.page().getByText("Open the portal once")).isVisible();
            visit.screenshot("other-apps-without-the-portal");
            visit.assertAccessible(".masthead");

            visit.page().route("**/portal/apps", route -> route.fulfill(new Route.FulfillOptions()
                    .setContentType("text/html").setBody("<a class='menu-item' href='/lms/'>LMS</a>")));
            visit.page().reload();
            visit.page().getByLabel("Sales: other apps").click();
            assertThat(visit.page().getByRole(AriaRole.LINK, named("LMS"))).isVisible();
            assertThat(visit.page().getByText("Open the portal once")).hasCount(0);
        }
    }

    @Test
    void aClickBesideAMenuClosesIt() {
        try (var visit = visit(Screen.LAPTOP, ColorScheme.LIGHT)) {
            go(visit, "/");
            visit.page().getByLabel("Ana Castro: account").click();
            assertThat(panel(visit)).isVisible();
            visit.page().locator("h1").click();
            assertThat(visit.page().locator("details[open].menu")).hasCount(0);
        }
    }

    @Test
    void saysWhereItIsAndLeadsToThePortal() {
        try (var visit = visit(Screen.LAPTOP, ColorScheme.LIGHT)) {
            go(visit, "/nowhere");
            assertThat(visit.page()).hasTitle("There is no such page · Sales");
            assertThat(visit.page().getByLabel("Breadcrumb"))
                    .hasText(Pattern.compile("davinci-labs\\s*Sales\\s*There is no"));
            assertThat(visit.page().getByTitle("All apps of davinci-labs")).hasAttribute("href", "/portal/");
            assertThat(visit.page().getByText("local", new Page.GetByTextOptions().setExact(true))).isVisible();
        }
    }

    @Test
    void timesAreTheViewersAndExactOnHover() {
        try (var visit = visit(Screen.LAPTOP, ColorScheme.LIGHT)) {
            go(visit, "/trial-pages/times");
            assertThat(visit.page().locator("time").nth(0)).hasText("23 Nov 2026, 22:31");
            assertThat(visit.page().locator("time").nth(0)).hasAttribute("title",
                    Pattern.compile("Monday,? 23 November 2026 at 22:31:28 (EST|GMT-5)"));
            assertThat(visit.page().locator("time").nth(1)).hasText(Pattern.compile("2 days ago"));
        }
    }

    @Test
    void aServerThatIsSilentIsExplained() {
        try (var visit = visit(Screen.LAPTOP, ColorScheme.LIGHT)) {
            go(visit, "/");
            visit.page().route("**/*region=north*", route -> route.abort());
            visit.tolerate("Failed to load resource: net::ERR_FAILED");
            visit.tolerate("htmx:");
            visit.page().locator("[name=region]").selectOption("north");
            assertThat(visit.page().locator("#notices")).containsText("Sales does not answer.");
            visit.assertAccessible();
        }
    }

    private static void tabTo(Visit visit, String control) {
        var passed = new ArrayList<Object>();
        do {
            visit.page().keyboard().press("Tab");
            passed.add(visit.page()
                    .evaluate("document.activeElement.ariaLabel ?? document.activeElement.textContent.trim()"));
            assertTrue(passed.size() < 20, () -> control + " was not among " + passed);
        } while (!passed.contains(control));
    }

    private static Locator panel(Visit visit) {
        return visit.page().locator("details[open] .menu-panel");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Visit visit(Screen screen, ColorScheme scheme) {
        return Visit.begin(chromium, screen, scheme, Map.of(HeaderSignIn.HEADER, TrialPages.PERSON));
    }

    private static void go(Visit visit, String path) {
        visit.page().navigate("http://localhost:%d/trial%s".formatted(RestAssured.port, path));
    }
}
