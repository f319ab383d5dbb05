package io.flotilla.base.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.flotilla.base.browser.Chromium;
import io.flotilla.base.browser.Visit;
import io.flotilla.base.page.HeaderSignIn;
import io.flotilla.base.page.TrialPages;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Views in a real browser, with and without a script. */
@QuarkusTest
@TestProfile(TrialPages.class)
class ViewTest {
    private static Chromium chromium;

    @BeforeAll
    static void launch() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void quit() {
        chromium.close();
    }

    @Test
    void everyFilterChangesTheNumbersAndTheAddress() {
        try (var visit = visit(Visit.Screen.LAPTOP)) {
            var page = visit.page();
            page.navigate(TrialViews.address("sales"));
            assertEquals("300", count(page));

            page.locator("[name=region]").selectOption("North");
            assertThat(page.locator("#part-sales .metric")).hasText("100");
            page.getByLabel("Returned only").check();
            assertThat(page.locator("#part-sales .metric")).hasText("10");
            page.getByLabel("Returned only").uncheck();
            assertThat(page.locator("#part-sales .metric")).hasText("100");
            page.locator(".multi summary").click();
            page.getByLabel("Saw").check();
            assertThat(page.locator("#part-sales .metric")).hasText("20");
            page.keyboard().press("Escape");
            page.getByLabel("Days, to").fill("2026-01-10");
            assertThat(page.locator("#part-sales .metric")).hasText("10");
            page.locator("[name=words]").fill("mow");
            assertThat(page.locator("#part-sales .metric")).hasText("0");
            assertThat(page.locator("#part-sales-2")).containsText("Choose more days.");
            assertThat(page).hasURL(Pattern.compile(
                    "sales\\?region=North&products=Saw&days.to=2026-01-10&words=mow$"));

            page.reload();
            assertThat(page.locator("#part-sales .metric")).hasText("0");
            assertEquals("mow", page.locator("[name=words]").inputValue());
        }
    }

    @Test
    void onlyWhatChangedIsSent() {
        try (var visit = visit(Visit.Screen.LAPTOP)) {
            var page = visit.page();
            page.navigate(TrialViews.address("sales"));
            var constant = page.locator("#part-constant").elementHandle();

            var all = answer(page, () -> page.locator("[name=region]").selectOption("North"));
            assertTrue(all.contains("id=\"part-revenue-by-day\""), all);
            assertFalse(all.contains("part-constant") || all.contains("id=\"filters\"") || all.contains("id=\"view\""),
                    all);

            var sorted = answer(page, () -> page.getByRole(AriaRole.BUTTON, named("Revenue")).click());
            assertEquals(List.of("part-sales-2"), ids(sorted));

            var nothing = answer(page, () -> page.evaluate("document.getElementById('filters').requestSubmit()"));
            assertEquals("", nothing);
            assertTrue((Boolean) constant.evaluate("element => element.isConnected"), "what stays is left alone");
        }
    }

    @Test
    void tablesAreSortedSearchedAndTurnedByTheServer() {
        try (var visit = visit(Visit.Screen.LAPTOP)) {
            var page = visit.page();
            page.navigate(TrialViews.address("sales"));
            var first = page.locator("#part-sales-2 tbody tr").first().locator("td").nth(3);
            assertThat(page.locator("#part-sales-2 tbody tr")).hasCount(20);
            assertThat(page.locator("#part-sales-2 tfoot")).containsText("$470,925.00");

            page.getByRole(AriaRole.BUTTON, named("Revenue")).click();
            assertThat(first).hasText("$3,139.50");
            page.getByRole(AriaRole.BUTTON, named("Revenue")).click();
            assertThat(first).hasText("$0.00");
            assertThat(page.locator("th[aria-sort]")).hasAttribute("aria-sort", "ascending");
            page.getByRole(AriaRole.BUTTON, named("Next")).click();
            assertThat(page.locator(".pager")).containsText("21–40 of 300");
            page.getByPlaceholder("Search").fill("$3,13");
            assertThat(page.locator("#part-sales-2 tbody tr")).hasCount(1);
            assertThat(page.getByPlaceholder("Search")).isFocused();
            page.locator("#part-sales-2 tbody a").click();
            assertThat(page).hasURL(Pattern.compile("days.from=2026-01-30&days.to=2026-01-30$"));
        }
    }

    @Test
    void aTabShowsItsPartsAndHasAnAddress() {
        try (var visit = visit(Visit.Screen.LAPTOP)) {
            var page = visit.page();
            page.navigate(TrialViews.address("sales?region=North"));
            page.getByRole(AriaRole.BUTTON, named("Words")).click();
            assertThat(page.locator(".markdown em")).hasText("other");
            assertThat(page.locator("#part-units-by-region")).hasCount(0);
            assertThat(page).hasURL(Pattern.compile("\\?region=North&more.tab=words$"));
            page.goBack();
            assertThat(page.locator("#part-units-by-region [data-drawn]")).hasCount(1);
        }
    }

    @Test
    void aBrokenPartSaysSoAndTheOthersStand() {
        try (var visit = visit(Visit.Screen.LAPTOP)) {
            var page = visit.page();
            page.navigate(TrialViews.address("troubles"));
            assertThat(page.locator("#part-broken"))
                    .containsText(Pattern.compile("the number [0-9A-V]{4}-[0-9A-V]{4}"));
            assertThat(page.locator("#part-whole .metric")).hasText("1");
            assertFalse(page.content().contains("swordfish"));
        }
    }

    @Test
    void aSlowPartComesWhenItIsReady() {
        TrialViews.gate = new CountDownLatch(1);
        try (var visit = visit(Visit.Screen.LAPTOP)) {
            var page = visit.page();
            page.navigate(TrialViews.address("troubles"));
            assertThat(page.locator("#part-slow [role=status]")).isVisible();
            assertThat(page.locator("#part-whole .metric")).hasText("1");
            TrialViews.gate.countDown();
            assertThat(page.locator("#part-slow tbody tr")).hasCount(1, hasCountPatiently());
        } finally {
            TrialViews.gate.countDown();
        }
    }

    @Test
    void newsComeByThemselvesButNotToAHiddenTab() {
        try (var visit = visit(Visit.Screen.LAPTOP)) {
            var page = visit.page();
            page.clock().install();
            page.navigate(TrialViews.address("troubles"));
            var time = page.locator("#part-time .metric").textContent();
            page.evaluate("Object.defineProperty(document, 'hidden', {value: true, configurable: true})");
            page.clock().runFor(10_000);
            assertEquals(time, page.locator("#part-time .metric").textContent());
            page.evaluate("delete document.hidden; document.dispatchEvent(new Event('visibilitychange'))");
            assertThat(page.locator("#part-time .metric")).not().hasText(time);
        }
    }

    @Test
    void withoutAScriptTheNumbersStandThereAndTheFormsWork() {
        try (var context = chromium.browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false)
                .setExtraHTTPHeaders(Map.of(HeaderSignIn.HEADER, TrialPages.PERSON)))) {
            var page = context.newPage();
            page.navigate(TrialViews.address("sales"));
            page.locator("[name=region]").selectOption("North");
            page.getByRole(AriaRole.BUTTON, named("Show")).click();
            assertThat(page.locator("#part-sales .metric")).hasText("100");
            page.getByRole(AriaRole.BUTTON, named("Revenue")).click();
            page.getByRole(AriaRole.BUTTON, named("Revenue")).click();
            page.getByRole(AriaRole.BUTTON, named("Next")).click();
            assertThat(page.locator(".pager")).containsText("21–40 of 100");
            assertThat(page.locator("th[aria-sort]")).hasAttribute("aria-sort", "ascending");
            assertEquals("North", page.locator("[name=region]").inputValue());
            assertThat(page.locator("#part-revenue-by-day tbody tr")).hasCount(10);

            page.navigate(TrialViews.address("troubles"));
            assertThat(page.locator("#part-slow tbody tr")).hasCount(1, hasCountPatiently());
        }
    }

    @Test
    void everyoneCanReadItOnAPhoneTooInLightAndDark() {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (var screen : Visit.Screen.values()) {
                try (var visit = Visit.begin(chromium, screen, scheme,
                        Map.of(HeaderSignIn.HEADER, TrialPages.PERSON))) {
                    for (var name : List.of("sales", "warehouse", "fleet", "gallery")) {
                        visit.page().navigate(TrialViews.address(name));
                        assertThat(visit.page().locator(".waiting")).hasCount(0, hasCountPatiently());
                        visit.assertFits();
                        visit.assertAccessible();
                        visit.screenshot("view-%s-%s-%s".formatted(name, screen, scheme));
                    }
                }
            }
        }
    }

    private static com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions hasCountPatiently() {
        return new com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions().setTimeout(60_000);
    }

    private static String count(Page page) {
        return page.locator("#part-sales .metric").textContent();
    }

    /** What the server answers to a change of the view. */
    private static String answer(Page page, Runnable change) {
        Response answer = page.waitForResponse(response -> response.url().contains("/trial-views/"), change);
        answer.finished();
        return answer.text();
    }

    private static List<String> ids(String html) {
        return Pattern.compile("id=\"([^\"]+)\" data-digest").matcher(html).results().map(one -> one.group(1)).toList();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Visit visit(Visit.Screen screen) {
        return Visit.begin(chromium, screen, ColorScheme.LIGHT, Map.of(HeaderSignIn.HEADER, TrialPages.PERSON));
    }
}
