package io.flotilla.base.sample.sales;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.options.ColorScheme;
import io.flotilla.base.browser.Chromium;
import io.flotilla.base.browser.Visit;
import io.flotilla.base.page.HeaderSignIn;
import io.flotilla.base.page.TrialPages;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(TrialPages.class)
class SalesPageTest {
    /** How many texts on the chart's canvas speak of the hovered day: the tooltip is drawn, not made of elements. */
    private static final String SHAPES = "echarts.getInstanceByDom(document.querySelector('[data-chart]')).getZr().storage"
            + ".getDisplayList(true).filter(shape => /^Revenue by day$/.test(shape.style.text ?? '')).length";
    private static final String PICTURE = "document.querySelector('canvas').toDataURL()";
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
    void aFilterChangesTheReportAndTheAddressAndTheBackButtonUndoesIt() {
        try (var visit = visit()) {
            var page = visit.page();
            page.navigate(url(""));
            var everywhere = page.locator(".metric").first().textContent();

            page.locator("[name=region]").selectOption("west");
            assertThat(page).hasURL(Pattern.compile("region=west"));
            assertThat(page.locator(".metric").first()).not().hasText(everywhere);
            assertThat(page.locator("[data-drawn]")).hasCount(2);
            var inTheWest = page.locator(".metric").first().textContent();

            page.goBack();
            assertThat(page.locator(".metric").first()).hasText(everywhere);
            page.navigate(url("?region=west&days=90"));
            assertThat(page.locator(".metric").first()).hasText(inTheWest);
            assertEquals("west", page.locator("[name=region]").inputValue());
        }
    }

    @Test
    void theChartIsDrawnInTheColoursOfTheTheme() {
        try (var visit = visit()) {
            visit.page().navigate(url(""));
            assertThat(visit.page().locator("[data-drawn] canvas")).hasCount(2);
            var light = visit.page().evaluate(PICTURE);
            visit.page().emulateMedia(new com.microsoft.playwright.Page.EmulateMediaOptions()
                    .setColorScheme(ColorScheme.DARK));
            assertThat(visit.page().locator("html")).hasAttribute("data-bs-theme", "dark");
            visit.page().waitForCondition(() -> !visit.page().evaluate(PICTURE).equals(light));
        }
    }

    @Test
    void theTooltipBreaksNoRuleOfThePolicy() {
        try (var visit = visit()) {
            visit.page().navigate(url(""));
            assertEquals(0, visit.page().evaluate(SHAPES));
            visit.page().locator("[data-drawn] canvas").first().hover();
            visit.page().waitForCondition(() -> !visit.page().evaluate(SHAPES).equals(0));
        }
    }

    @Test
    void theChartsNumbersAreThereAsATable() {
        try (var visit = visit()) {
            visit.page().navigate(url("?days=30"));
            visit.page().getByText("As a table").first().click();
            assertThat(visit.page().locator("#part-revenue-by-day tbody tr")).hasCount(30);
            assertThat(visit.page().locator(".chart-table td.number").first()).hasText(Pattern.compile("\\$[\\d,]+"));
            visit.assertAccessible();
        }
    }

    private static Visit visit() {
        return Visit.begin(chromium, Visit.Screen.LAPTOP, ColorScheme.LIGHT,
                Map.of(HeaderSignIn.HEADER, TrialPages.PERSON));
    }

    private static String url(String query) {
        return "http://localhost:%d/trial/%s".formatted(RestAssured.port, query);
    }
}
