package io.flotilla.monitor.status;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.flotilla.base.browser.Chromium;
import io.flotilla.monitor.MonitorResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MonitorResource.class)
class StatusPageTest {
    @Inject
    Sightings sightings;

    @TestHTTPResource("/")
    String address;

    @Test
    @TestSecurity(user = "root", roles = "superuser")
    void isReadableInLightInDarkAndOnAPhone() {
        sightings.forgetAll();
        sightings.see("Stock", "+---++");
        sightings.see("Sales", "+---");
        try (var chromium = Chromium.launch()) {
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (var width : List.of(1200, 360)) {
                    try (var page = chromium.browser().newContext(new NewContextOptions().setColorScheme(scheme)
                            .setViewportSize(width, 900)).newPage()) {
                        page.navigate(address);
                        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(
                                Path.of("target/status/%s-%d.png".formatted(scheme.name().toLowerCase(), width))));

                        assertEquals("One app is down", page.textContent("h2"));
                        assertEquals(List.of(), new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa")).analyze()
                                .getViolations().stream().map(rule -> rule.getId() + rule.getNodes()).toList());
                        assertEquals(width, page.evaluate("document.documentElement.scrollWidth"));
                    }
                }
            }
        }
    }

    @Test
    @TestSecurity(user = "root", roles = "superuser")
    void theOtherPagesAreReadableToo() {
        sightings.forgetAll();
        sightings.remember("Sales", 100);
        sightings.see("Sales", "+---");
        var pages = Map.of("app", "apps/Sales", "outage", "outages/" + sightings.openOutage("Sales"), "maintenance",
                "maintenance");
        try (var chromium = Chromium.launch()) {
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (var width : List.of(1200, 360)) {
                    try (var page = chromium.browser().newContext(new NewContextOptions().setColorScheme(scheme)
                            .setViewportSize(width, 900)).newPage()) {
                        pages.forEach((name, path) -> {
                            page.navigate(address + path);
                            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(
                                    "target/status/%s-%s-%d.png".formatted(name, scheme.name().toLowerCase(), width))));
                            assertEquals(List.of(), new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa"))
                                    .analyze().getViolations().stream().map(rule -> rule.getId() + rule.getNodes())
                                    .toList(), name);
                            assertEquals(width, page.evaluate("document.documentElement.scrollWidth"), name);
                        });
                    }
                }
            }
        }
    }

    @Test
    @TestSecurity(user = "root", roles = "superuser")
    void followsTheStateWithoutAReload() {
        sightings.forgetAll();
        sightings.see("Stock", "+");
        sightings.see("Sales", "+");
        try (var chromium = Chromium.launch(); var page = chromium.browser().newPage()) {
            page.navigate(address);
            page.waitForSelector("text=All 2 apps are up");

            sightings.see("Sales", "---");

            page.waitForSelector("text=One app is down");
        }
    }
}
