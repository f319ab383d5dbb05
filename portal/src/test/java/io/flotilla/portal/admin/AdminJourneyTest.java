package io.flotilla.portal.admin;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Inject;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.flotilla.base.access.Person;
import io.flotilla.base.browser.Chromium;
import io.flotilla.base.browser.Visit;
import io.flotilla.base.browser.Visit.Screen;
import io.flotilla.portal.Office;
import io.flotilla.portal.PersonHeader;
import io.flotilla.portal.directory.Directory;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An admin's way from a closed app to somebody who may open it, in a real browser. */
@QuarkusTest
@TestProfile(Office.class)
class AdminJourneyTest {
    private static Chromium chromium;

    @TestHTTPResource("/portal/")
    String portal;
    @Inject
    Directory directory;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void endBrowser() {
        chromium.close();
    }

    @Test
    void opensAnAppToAGroupAndSeesWhyItIsOpen() {
        directory.met(new Person("journey@example.com", "Jo Ürne", "journey@example.com", Set.of("journey")));
        try (var visit = Visit.begin(chromium, Screen.LAPTOP, ColorScheme.LIGHT,
                Map.of(PersonHeader.HEADER, PersonHeader.UMA))) {
            var page = visit.page();
            page.navigate(portal + "admin/apps/Payroll");
            page.getByLabel("Require also").fill("journey");
            page.getByText("See who gains and who loses").click();
            assertTrue(page.content().contains("1 person gains"), page.content());
            visit.screenshot("admin-preview");
            visit.assertAccessible();
            page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
            assertTrue(page.content().contains("Jo Ürne"), page.content());

            page.navigate(portal + "admin/why?app=Payroll&person=journey@example.com");
            assertTrue(page.content().contains("Jo Ürne may open Payroll"), page.content());
            visit.screenshot("admin-why");
            visit.assertAccessible();

            page.navigate(portal + "admin/apps/Payroll");
            page.getByLabel("journey").uncheck();
            page.getByText("See who gains and who loses").click();
            assertTrue(page.content().contains("1 person loses"), page.content());
            page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
        }
    }

    @Test
    void everyPageFitsAPhoneAndReadsWellInTheDark() {
        try (var visit = Visit.begin(chromium, Screen.PHONE, ColorScheme.DARK,
                Map.of(PersonHeader.HEADER, PersonHeader.UMA))) {
            for (var path : List.of("apps", "apps/Sales", "groups", "groups/sales", "people",
                    "people/olivia@example.com", "why", "graph", "file", "audit", "tokens")) {
                visit.page().navigate(portal + "admin/" + path);
                visit.assertFits();
                visit.assertAccessible();
                visit.screenshot("admin-phone-" + path.replaceAll("[^a-z]", "-"));
            }
        }
        try (var visit = Visit.begin(chromium, Screen.LAPTOP, ColorScheme.LIGHT,
                Map.of(PersonHeader.HEADER, PersonHeader.UMA))) {
            for (var path : List.of("apps", "apps/Sales", "groups/sales", "people/olivia@example.com", "graph",
                    "audit", "tokens")) {
                visit.page().navigate(portal + "admin/" + path);
                visit.screenshot("admin-" + path.replaceAll("[^a-z]", "-"));
            }
        }
    }
}
