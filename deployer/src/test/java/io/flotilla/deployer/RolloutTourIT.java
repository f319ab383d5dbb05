package io.flotilla.deployer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.flotilla.deployer.local.load.Load;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The tour's last steps: a new revision of Sales from the console while it is in use, and a broken one of Breakable. */
@ExtendWith(DemoFleet.Shared.class)
class RolloutTourIT {
    private static final String UMA = "Uma Okafor";
    private static final int A_SECOND = 5;

    @TempDir
    Path terminalFolder;

    @Test
    void aNewRevisionComesFromTheConsoleWithoutALostRequestAndABrokenOneGoesBack(DemoFleet fleet) throws Exception {
        var before = Files.readString(fleet.catalogue());
        try (var umas = fleet.browser();
                var olivias = fleet.browser();
                var load = loadOf(fleet, olivias).requests("/sales/", A_SECOND)) {
            edit(fleet, before.replace("title: Sales", "title: Sales of today").replace("FLOTILLA_BREAKABLE: well",
                    "FLOTILLA_BREAKABLE: failing"));
            terminal(fleet, "apply", "local", "Sales", "Breakable", "--yes");

            var sales = fleet.open(umas, "/console/apps/local/Sales", UMA);
            awaitTheQuestionForAFreshSignIn(sales);
            var breakable = umas.newPage();
            rollOut(fleet, sales, "/console/apps/local/Sales");
            rollOut(fleet, breakable, "/console/apps/local/Breakable");

            sales.locator(".vessel-draining").first().waitFor();
            DemoFleet.picture(sales, "rollout");
            sales.locator("#rollout", new Page.LocatorOptions().setHasText("done")).waitFor();
            assertNoneFailed(load);

            terminal(fleet, "rollback", "local", "Sales", "--answers", "2", "--bake", "5s");
            assertNoneFailed(load);
            var history = terminal(fleet, "history", "local", "Sales", "--details");
            assertEquals(2, Pattern.compile("-Sales-.* done: Sales runs ").matcher(history).results().count(), history);
            assertTrue(Pattern.compile("deregisters Sales-\\d+").matcher(history).find(), history);

            breakable.locator("#rollout", new Page.LocatorOptions().setHasText("rolled back")).waitFor();
            DemoFleet.picture(breakable, "rollout-rolled-back");
            var page = breakable.locator("main").textContent();
            assertTrue(page.contains("answers badly for good") && page.contains("503"), page);
            breakable.navigate(fleet.origin() + "/breakable/");
            assertTrue(breakable.locator("main").textContent().contains("Be well"), "the old one serves as before");
        } finally {
            edit(fleet, before);
        }
        try (var browser = fleet.browser()) {
            var page = fleet.open(browser, "/portal/", UMA);
            while (page.locator("#tile-Sales .tile-title:text-is(\"Sales\")").count() == 0) {
                page.reload(); // the portal looks for a new catalogue every few seconds
            }
        }
    }

    /** Clients who are signed in as Olivia, and whom no rollout may sign out. */
    private static Load loadOf(DemoFleet fleet, BrowserContext browser) {
        fleet.open(browser, "/sales/", "Olivia Lindqvist");
        var cookies = browser.cookies(fleet.origin() + "/sales/").stream()
                .map(cookie -> cookie.name + "=" + cookie.value).collect(Collectors.joining("; "));
        return new Load(fleet.port(), "Cookie: %s\r\n".formatted(cookies),
                body -> body.contains("Sales of today") ? "after" : "before");
    }

    private static void edit(DemoFleet fleet, String text) throws IOException {
        Files.writeString(fleet.catalogue(), text);
    }

    /** What a person types in a second terminal, and what it answers. */
    private String terminal(DemoFleet fleet, String... words) throws Exception {
        var arguments = new ArrayList<>(List.of(words));
        arguments.addAll(List.of("-f", fleet.catalogue().toString()));
        var run = new PackagedDeployer(terminalFolder, Map.of()).run(arguments.toArray(String[]::new));
        assertEquals(0, run.exitCode(), run.out() + run.err());
        return run.out();
    }

    private static void assertNoneFailed(Load load) throws InterruptedException {
        var seen = load.report();
        assertEquals(List.of(), seen.failures());
        assertEquals(0, seen.failed());
        assertEquals(Set.of("before", "after"), seen.revisions().keySet());
    }

    private static void awaitTheQuestionForAFreshSignIn(Page page) {
        var question = page.getByText("Sign in again");
        do {
            page.navigate(page.url().replaceFirst("(/Sales).*", "$1/rollout"));
        } while (question.count() == 0);
        DemoFleet.picture(page, "fresh-sign-in");
    }

    /** From the app's page, with a fresh sign-in if that is asked for. */
    private static void rollOut(DemoFleet fleet, Page page, String app) {
        page.navigate(fleet.origin() + app + "/rollout");
        while (page.url().endsWith("/rollout")) {
            if (page.getByText("Sign in again").count() > 0) {
                page.getByText("Sign in again").click();
                page.getByText(UMA).first().click(); // though the sign-in page knows her
                page.waitForURL(fleet.origin() + app + "/rollout");
            } else {
                page.locator("main form button", new Page.LocatorOptions().setHasText("Roll out")).click();
                page.waitForLoadState();
            }
        }
        assertEquals(fleet.origin() + app, page.url());
    }
}
