package io.flotilla.base.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

/** One person's visit in a fresh browser profile. It fails at its end if the browser had anything to complain of. */
public final class Visit implements AutoCloseable {
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> tolerated = new ArrayList<>();

    private Visit(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
        page.onConsoleMessage(this::listen);
        page.onPageError(complaints::add);
    }

    /** What the visitor looks at pages with. */
    public enum Screen {
        LAPTOP(1280, 900), PHONE(390, 844);

        private final int width;
        private final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    /** @param scheme what the visitor's system prefers; @param headers sent with every request */
    public static Visit begin(Chromium chromium, Screen screen, ColorScheme scheme, Map<String, String> headers) {
        return new Visit(chromium.browser().newContext(new Browser.NewContextOptions()
                .setViewportSize(screen.width, screen.height).setColorScheme(scheme).setTimezoneId("America/New_York")
                .setLocale("en-US").setExtraHTTPHeaders(headers)));
    }

    public Page page() {
        return page;
    }

    /** A complaint that the test provokes: one whose text contains {@code words} is forgiven. */
    public void tolerate(String words) {
        tolerated.add(words);
    }

    /** Saves what the visitor sees to {@code target/screenshots}, the whole page. */
    public void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                .setPath(Path.of("target", "screenshots", name + ".png")));
    }

    /** Fails on whatever WCAG 2.2 A or AA finding axe has of serious or critical impact. */
    public void assertAccessible() {
        assertAccessible("html");
    }

    /** The same for one part of the page: what a menu lies over is not to be judged as long as it lies there. */
    public void assertAccessible(String selector) {
        // No script runs in a sandbox, axe's neither: it would wait for ever.
        var findings = new AxeBuilder(page).include(selector).exclude("iframe[sandbox]")
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze().getViolations().stream()
                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                .map(rule -> rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes().stream()
                        .map(node -> node.getHtml() + " " + node.getFailureSummary()).toList())
                .toList();
        assertEquals(List.of(), findings, page.url());
    }

    /** Fails if the page is wider than the screen. */
    public void assertFits() {
        assertEquals(0, page.evaluate("document.scrollingElement.scrollWidth - innerWidth"), page.url());
    }

    private void listen(ConsoleMessage message) {
        // That an error page has the status of an error is no complaint.
        var statusOfThePage = message.text().startsWith("Failed to load resource")
                && message.location().startsWith(page.url());
        var complaint = message.type() + ": " + message.text() + " at " + message.location();
        if (List.of("error", "warning").contains(message.type()) && !statusOfThePage
                && tolerated.stream().noneMatch(complaint::contains)) {
            complaints.add(complaint);
        }
    }

    @Override
    public void close() {
        context.close();
        assertEquals(List.of(), complaints, "what the browser complained of");
    }
}
