package io.flotilla.deployer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The main job, whole: the packaged programs, the demo's catalogue, a real browser, and a mail when an app dies. */
@ExtendWith(DemoFleet.Shared.class)
class DemoIT {
    @TempDir
    Path terminalFolder;

    @Test
    void aPersonSignsInOnceAndOpensTheirAppsAndNoOthers(DemoFleet fleet) {
        try (var browser = fleet.browser()) {
            var complaints = new ArrayList<String>();
            var page = browser.newPage();
            page.onConsoleMessage(message -> complaints.add(message.type() + " " + message.text()));
            page.navigate(fleet.origin() + "/");
            page.getByText("Olivia Lindqvist").click();
            page.waitForURL(fleet.origin() + "/portal/");
            assertEquals(Set.of("Sales", "Breakable", "Health", "Mailbox"),
                    Set.copyOf(page.locator(".tile:not(.tile-locked) .tile-title").allTextContents()));
            DemoFleet.picture(page, "portal");

            page.locator(".tile", new Page.LocatorOptions().setHasText("Sales")).click();
            page.waitForURL(fleet.origin() + "/sales/");
            assertTrue(page.locator("h1").textContent().contains("Sales"));
            DemoFleet.picture(page, "sales");
            assertEquals(List.of(), complaints, "the browser has nothing to complain of");

            assertEquals(403, page.navigate(fleet.origin() + "/warehouse/").status());
            assertTrue(page.locator("body").textContent().contains("warehouse"), "the page names the missing group");
        }
    }

    @Test
    void whoAsksForAccessGetsInOnceAnOwnerHasApproved(DemoFleet fleet) {
        try (var sams = fleet.browser(); var walters = fleet.browser()) {
            var sam = fleet.open(sams, "/portal/", "Sam Novak");
            sam.locator(".tile-locked", new Page.LocatorOptions().setHasText("Warehouse")).click();
            sam.fill("#reason", "I count the pallets from Monday on.");
            sam.getByText("Ask for access").last().click();
            sam.getByText("Your request waits for a decision").waitFor();

            var walter = fleet.open(walters, "/portal/requests", "Walter Nkemelu");
            var request = walter.locator("article", new Page.LocatorOptions().setHasText("Sam Novak"));
            request.locator("select").selectOption("7d");
            request.getByText("Approve", new Locator.GetByTextOptions().setExact(true)).click();
            walter.getByText("Decided").waitFor();

            while (sam.navigate(fleet.origin() + "/warehouse/").status() != 200) {
                sam.waitForTimeout(500); // an app asks the portal every half minute
            }
            assertTrue(sam.locator("h1").textContent().contains("Warehouse"));
        }
    }

    @Test
    void anAppThatDiesIsMailedAboutAndSoIsItsReturn(DemoFleet fleet) throws Exception {
        try (var browser = fleet.browser()) {
            var page = fleet.open(browser, "/portal/", "Uma Okafor");
            DemoFleet.awaitState(page, "Sales", "up");
            assertTrue(Pattern.compile("kill -9 \\d+\\s+ends Sales").matcher(fleet.output()).find(), fleet.output());
            fleet.process("Sales").destroyForcibly();

            DemoFleet.awaitState(page, "Sales", "down");
            DemoFleet.picture(page, "portal-with-an-outage");
            awaitMail(fleet, page, Pattern.compile("Sales.*(down|DOWN)|(down|DOWN).*Sales"));
            awaitMail(fleet, page, Pattern.compile("Sales.*(up|UP|back)|(up|UP|back).*Sales"));
            DemoFleet.picture(page, "mailbox");
            page.navigate(fleet.origin() + "/portal/");
            DemoFleet.awaitState(page, "Sales", "up");
        }
    }

    @Test
    void anAppBreaksFromItsOwnPageAndIsMendedThere(DemoFleet fleet) {
        try (var browser = fleet.browser()) {
            var page = fleet.open(browser, "/portal/", "Uma Okafor");
            DemoFleet.awaitState(page, "Breakable", "up");
            page.navigate(fleet.origin() + "/breakable/");
            page.getByText("Fail the health checks").click();
            page.getByText("Its health checks answer 503.").waitFor();
            DemoFleet.picture(page, "breakable");
            page.navigate(fleet.origin() + "/portal/");
            DemoFleet.awaitState(page, "Breakable", "down");
            page.navigate(fleet.origin() + "/breakable/"); // all are unhealthy, so the gateway fails open
            page.getByText("Be well").click();
            page.navigate(fleet.origin() + "/portal/");
            DemoFleet.awaitState(page, "Breakable", "up");
        }
    }

    @Test
    void aPythonAppThatKnowsNothingOfSignInIsProtectedByTheGateBeforeIt(DemoFleet fleet) throws Exception {
        try (var umas = fleet.browser(); var sams = fleet.browser()) {
            var uma = fleet.open(umas, "/hello/world?a=b", "Uma Okafor");
            assertEquals("Hello Uma Okafor at /hello/world?a=b", uma.locator("body").textContent());
            var sam = fleet.open(sams, "/portal/", "Sam Novak");
            assertEquals(403, sam.navigate(fleet.origin() + "/hello/world").status());

            var gate = fleet.process("Hello");
            var python = gate.descendants()
                    .filter(process -> process.info().commandLine().orElse("").endsWith(" app.py"))
                    .findFirst().orElseThrow();
            python.destroyForcibly();
            gate.onExit().get(60, TimeUnit.SECONDS);
            do {
                uma.waitForTimeout(500);
            } while (uma.navigate(fleet.origin() + "/hello/again").status() != 200);
        }
    }

    @Test
    void theFleetIsCommandedFromASecondTerminal(DemoFleet fleet) throws Exception {
        var terminal = new PackagedDeployer(terminalFolder, Map.of());
        var status = terminal.run("status", "local", "-f", fleet.catalogue().toString());
        assertEquals(0, status.exitCode(), status.err());
        assertTrue(status.out().contains("Sales") && status.out().contains("Console"), status.out());
    }

    private static void awaitMail(DemoFleet fleet, Page page, Pattern subject) {
        page.navigate(fleet.origin() + "/mailbox/");
        page.locator("main").getByText(subject).first().waitFor();
    }
}
