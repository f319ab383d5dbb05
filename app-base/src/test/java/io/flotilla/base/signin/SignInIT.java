package io.flotilla.base.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.SameSiteAttribute;
import io.flotilla.base.browser.Chromium;
import io.flotilla.base.program.Program;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The packaged program, a real identity provider and a real browser. */
class SignInIT {
    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final String KEY = "a session key of at least thirty-two characters";
    private static final int SALES = Program.freePort();
    private static final int SALES_TOO = Program.freePort();
    private static final int WAREHOUSE = Program.freePort();

    private static Keycloak keycloak;
    private static Chromium chromium;
    private static List<Program> apps;
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void startEverything() throws IOException {
        keycloak = new Keycloak();
        chromium = Chromium.launch();
        apps = List.of(app(SALES, "sales"), app(SALES_TOO, "sales"), app(WAREHOUSE, "warehouse"));
    }

    @AfterAll
    static void endEverything() {
        apps.forEach(Program::close);
        chromium.close();
        keycloak.close();
    }

    @BeforeEach
    void openABrowser() {
        context = chromium.browser().newContext();
        page = context.newPage();
    }

    @AfterEach
    void closeTheBrowser() {
        context.close();
    }

    @Test
    void aDeepLinkSurvivesSignIn() {
        signIn(SALES, "/sales/?day=2026-01-01&city=S%C3%A3o", "olivia");

        assertEquals("http://localhost:%d/sales/?day=2026-01-01&city=S%%C3%%A3o".formatted(SALES), page.url());
        assertTrue(page.content().contains("Olivia Lindqvist"), page.content());
    }

    @Test
    void theSessionCookieIsTheAppsOwnAndHiddenFromScripts() {
        signIn(SALES, "/sales/", "olivia");

        var session = cookie("q_session");
        assertEquals("/sales/", session.path);
        assertTrue(session.httpOnly);
        assertEquals(SameSiteAttribute.LAX, session.sameSite);
        assertEquals(List.of(), context.cookies("http://localhost:%d/warehouse/".formatted(WAREHOUSE)).stream()
                .filter(c -> c.name.startsWith("q_")).toList());
    }

    @Test
    void anotherInstanceTakesOverTheSession() {
        signIn(SALES, "/sales/", "olivia");

        page.navigate("http://localhost:%d/sales/".formatted(SALES_TOO));
        assertEquals("http://localhost:%d/sales/".formatted(SALES_TOO), page.url());
        assertTrue(page.content().contains("Olivia Lindqvist"));
    }

    @Test
    void whoLacksTheGroupIsRefused() {
        var response = signIn(SALES, "/sales/", "walter");

        assertEquals(403, response);
        assertTrue(page.content().contains("sales"), "the page names the missing group");
    }

    @Test
    void oneSignInServesAllApps() {
        signIn(WAREHOUSE, "/warehouse/", "walter");
        page.navigate("http://localhost:%d/sales/".formatted(SALES));

        assertEquals("http://localhost:%d/sales/".formatted(SALES), page.url(), "no password is asked for again");
    }

    @Test
    void signingOutEndsTheSessionHereAndAtTheProvider() {
        signIn(SALES, "/sales/", "olivia");
        page.locator("details.menu summary", new Page.LocatorOptions().setHasText("Olivia")).click();
        page.getByText("Sign out").click();
        page.waitForURL(url -> url.contains("logout") || url.endsWith("/sales/signed-out"));
        if (page.url().contains("logout")) {
            page.locator("#kc-logout").click();
            page.waitForURL("**/sales/signed-out");
        }
        assertFalse(context.cookies().stream().anyMatch(c -> c.name.equals("q_session") && !c.value.isEmpty()));

        page.navigate("http://localhost:%d/sales/".formatted(SALES));
        assertTrue(page.url().startsWith(keycloak.issuer()), page.url());
    }

    @Test
    void whoSignsInAgainIsAskedAlthoughTheProviderKnowsThemAndComesBackToThePage() {
        signIn(SALES, "/sales/", "olivia");
        page.evaluate("""
                () => {
                    const form = document.querySelector('form[action$="/sign-out"]');
                    form.action = '/sales/fresh-sign-in';
                    form.insertAdjacentHTML('beforeend', '<input name="to" value="/?day=2026-01-01">');
                    form.requestSubmit();
                }""");
        page.waitForURL(url -> url.startsWith(keycloak.issuer()));
        page.fill("#password", "olivia");
        page.click("#kc-login");
        page.waitForURL("http://localhost:%d/sales/?day=2026-01-01".formatted(SALES));
        assertTrue(page.content().contains("Olivia Lindqvist"), page.content());

        page.navigate("http://localhost:%d/sales/signed-out".formatted(SALES));
        assertTrue(page.content().contains("You are signed out"), "it leads nowhere by itself any more");
    }

    @Test
    void aSignInThatFailsSaysSoAndOffersAnother() {
        page.navigate("http://localhost:%d/sales/?day=2026-01-01".formatted(SALES));
        var state = page.url().replaceAll(".*[?&](state=[^&]*).*", "$1");
        var answer = page.navigate("http://localhost:%d/sales/sign-in?error=access_denied&%s".formatted(SALES, state));
        assertEquals(401, answer.status());
        assertTrue(page.content().contains("The sign-in did not succeed"), page.content());
        page.locator("a.btn", new Page.LocatorOptions().setHasText("Sign in again")).click();
        page.waitForURL(url -> url.startsWith(keycloak.issuer()));
    }

    @Test
    void whoSignsInWithAnAnswerThatIsTooOldLandsOnTheFirstPage() {
        page.navigate("http://localhost:%d/sales/?day=2026-01-01".formatted(SALES));
        var state = page.url().replaceAll(".*[?&](state=[^&]*).*", "$1");
        context.clearCookies(); // as the browser does once the sign-in page has been open for too long

        signIn(SALES, "/sales/sign-in?code=too-old&" + state, "olivia");
        assertEquals("http://localhost:%d/sales/".formatted(SALES), page.url());
        assertTrue(page.content().contains("Olivia Lindqvist"), page.content());
    }

    @Test
    void aScriptWithoutASessionIsToldToLoadThePageAnew() {
        var answer = context.request().get("http://localhost:%d/sales/".formatted(SALES),
                RequestOptions.create().setHeader("HX-Request", "true").setMaxRedirects(0));
        assertEquals(499, answer.status());
        assertEquals("true", answer.headers().get("hx-refresh"));
    }

    @Test
    void aProgramThatCouldSignNobodyInDoesNotStart() {
        try (var program = Program.start(command(),
                Map.of("FLOTILLA_PLATFORM", "aws", "QUARKUS_HTTP_PORT", "0", "QUARKUS_MANAGEMENT_PORT", "0"))) {
            assertNotEquals(0, program.awaitExit());
            assertTrue(program.output().contains("FLOTILLA_IDENTITY_ISSUER is not set"), program.output());
        }
    }

    private int signIn(int port, String path, String person) {
        page.navigate("http://localhost:" + port + path);
        page.fill("#username", person);
        page.fill("#password", person);
        var response = page.waitForResponse(answer -> answer.url().startsWith("http://localhost:%d/".formatted(port))
                && answer.status() != 302 && answer.request().isNavigationRequest(), () -> page.click("#kc-login"));
        page.waitForLoadState();
        return response.status();
    }

    private Cookie cookie(String name) {
        return context.cookies().stream().filter(cookie -> cookie.name.equals(name)).findFirst().orElseThrow();
    }

    private static Program app(int port, String name) {
        var environment = new HashMap<>(
                Map.of("FLOTILLA_PLATFORM", "local", "FLOTILLA_SAMPLE", name, "FLOTILLA_APP", name,
                        "FLOTILLA_URL_PATH",
                        "/%s/".formatted(name), "FLOTILLA_REQUIRES", name, "FLOTILLA_IDENTITY_ISSUER",
                        keycloak.issuer(), "FLOTILLA_IDENTITY_CLIENT", "flotilla",
                        "FLOTILLA_IDENTITY_SESSION_KEY", KEY, "FLOTILLA_ORIGIN", "http://localhost:" + port));
        return Program.jar(JAR, port, environment);
    }

    private static List<String> command() {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString());
    }
}
