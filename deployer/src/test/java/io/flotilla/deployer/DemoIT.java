package io.flotilla.deployer;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.flotilla.base.browser.Chromium;
import io.flotilla.base.program.Program;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job, whole: the packaged programs, the demo's catalogue, a real browser, and a mail when an app dies. */
class DemoIT {
    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final int PORT = Program.freePort();
    private static final String ORIGIN = "http://localhost:" + PORT;
    /** Longer than any step here takes, even on a busy machine. */
    private static final double PATIENCE_MILLIS = 180_000;

    @TempDir
    static Path state;
    @TempDir
    Path terminalFolder;
    private static Program demo;
    private static Chromium chromium;

    @BeforeAll
    static void startTheDemo() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        demo = Program.start(List.of(java, "-jar", JAR.toString(), "demo", "--fleet", "demo/fleet.yaml", "--identity",
                "../app-base/target/quarkus-app/quarkus-run.jar", "--port", "" + PORT, "--state", state.toString(),
                "--limit", "300",
                "--away", "45"), Map.of());
        demo.awaitAnswer(ORIGIN + "/identity/.well-known/openid-configuration");
        demo.awaitOutput("Ctrl-C");
        chromium = Chromium.launch();
    }

    @AfterAll
    static void endTheDemo() {
        if (chromium != null) {
            chromium.close();
        }
        var children = demo.handle().descendants().toList();
        demo.close();
        assertDoesNotThrow(() -> children.forEach(child -> child.onExit().orTimeout(60, TimeUnit.SECONDS).join()),
                "the demo leaves no process behind");
    }

    @Test
    void aPersonSignsInOnceAndOpensTheirAppsAndNoOthers() {
        try (var browser = context()) {
            var complaints = new ArrayList<String>();
            var page = browser.newPage();
            page.onConsoleMessage(message -> complaints.add(message.type() + " " + message.text()));
            page.navigate(ORIGIN + "/");
            page.getByText("Olivia Lindqvist").click();
            page.waitForURL(ORIGIN + "/portal/");
            assertEquals(Set.of("Sales", "Breakable", "Health", "Mailbox"),
                    Set.copyOf(page.locator(".tile:not(.tile-locked) .tile-title").allTextContents()));
            page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("portal.png")));

            page.locator(".tile", new Page.LocatorOptions().setHasText("Sales")).click();
            page.waitForURL(ORIGIN + "/sales/");
            assertTrue(page.locator("h1").textContent().contains("Sales"));
            page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("sales.png")).setFullPage(true));
            assertEquals(List.of(), complaints, "the browser has nothing to complain of");

            assertEquals(403, page.navigate(ORIGIN + "/warehouse/").status());
            assertTrue(page.locator("body").textContent().contains("warehouse"), "the page names the missing group");
        }
    }

    @Test
    void anAppThatDiesIsMailedAboutAndSoIsItsReturn() throws Exception {
        try (var browser = context()) {
            var page = browser.newPage();
            page.navigate(ORIGIN + "/portal/");
            page.getByText("Uma Okafor").click();
            awaitState(page, "Sales", "up");

            var kill = Pattern.compile("kill -9 (\\d+)\\s+ends Sales").matcher(demo.output());
            assertTrue(kill.find(), demo.output());
            ProcessHandle.of(Long.parseLong(kill.group(1))).orElseThrow().destroyForcibly();

            awaitState(page, "Sales", "down");
            page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("portal-with-an-outage.png")));
            awaitMail(page, Pattern.compile("Sales.*(down|DOWN)|(down|DOWN).*Sales"));
            awaitMail(page, Pattern.compile("Sales.*(up|UP|back)|(up|UP|back).*Sales"));
            page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("mailbox.png")));
            page.navigate(ORIGIN + "/portal/");
            awaitState(page, "Sales", "up");
        }
    }

    @Test
    void anAppBreaksFromItsOwnPageAndIsMendedThere() {
        try (var browser = context()) {
            var page = browser.newPage();
            page.navigate(ORIGIN + "/portal/");
            page.getByText("Uma Okafor").click();
            awaitState(page, "Breakable", "up");
            page.navigate(ORIGIN + "/breakable/");
            page.getByText("Fail the health checks").click();
            page.getByText("Its health checks answer 503.").waitFor();
            page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("breakable.png")));
            page.navigate(ORIGIN + "/portal/");
            awaitState(page, "Breakable", "down");
            page.navigate(ORIGIN + "/breakable/"); // all are unhealthy, so the gateway fails open
            page.getByText("Be well").click();
            page.navigate(ORIGIN + "/portal/");
            awaitState(page, "Breakable", "up");
        }
    }

    @Test
    void theFleetIsCommandedFromASecondTerminal() throws Exception {
        var terminal = new PackagedDeployer(terminalFolder, Map.of());
        var fleet = state.resolve("fleet.yaml").toString(); // with the port that this demo really has
        var status = terminal.run("status", "local", "-f", fleet);
        assertEquals(0, status.exitCode(), status.err());
        assertTrue(status.out().contains("Sales") && status.out().contains("Console"), status.out());
    }

    private static BrowserContext context() {
        try {
            Files.createDirectories(SCREENSHOTS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var context = chromium.browser().newContext();
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return context;
    }

    private static void awaitState(Page page, String app, String state) {
        page.locator("#tile-%s .state-%s".formatted(app, state))
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
    }

    private static void awaitMail(Page page, Pattern subject) {
        page.navigate(ORIGIN + "/mailbox/");
        page.locator("main").getByText(subject).first().waitFor();
    }
}
