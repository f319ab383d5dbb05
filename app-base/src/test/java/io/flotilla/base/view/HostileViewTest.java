package io.flotilla.base.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;

import com.microsoft.playwright.options.ColorScheme;
import io.flotilla.base.browser.Chromium;
import io.flotilla.base.browser.Visit;
import io.flotilla.base.page.HeaderSignIn;
import io.flotilla.base.page.TrialPages;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that want to be a script, wherever a text can stand, and addresses that nobody in their right mind would write. */
@QuarkusTest
@TestProfile(TrialPages.class)
class HostileViewTest {

    @Test
    void aTextIsATextEverywhere() {
        var dialogs = new ArrayList<String>();
        try (var chromium = Chromium.launch();
                var visit = Visit.begin(chromium, Visit.Screen.LAPTOP, ColorScheme.LIGHT,
                        Map.of(HeaderSignIn.HEADER, TrialPages.PERSON))) {
            var page = visit.page();
            page.onDialog(dialog -> {
                dialogs.add(dialog.message());
                dialog.dismiss();
            });
            var word = URLEncoder.encode("\"><script>alert(9)</script>", StandardCharsets.UTF_8);
            page.navigate(TrialViews.address("hostile?" + parameter() + "=" + word + "&x.tab=" + word));
            assertThat(page.locator("[data-drawn]")).hasCount(5);
            assertThat(page.locator("h1")).hasText(TrialViews.HOSTILE);
            for (var canvas : page.locator("[data-drawn] canvas").all()) {
                canvas.hover();
            }
            page.locator("input[type=search]").last().fill(TrialViews.HOSTILE);
            page.waitForResponse(response -> response.url().contains(".search="),
                    () -> page.locator("input[type=search]").last().press("Enter"));
            page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
            assertEquals(0, page.locator("img, script:not([src]):not([type='application/json']), [onclick], [onerror]")
                    .count());
            assertEquals(0, page.locator("a[href^='javascript']").count());
            assertThat(page.getByText("click", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true)))
                    .hasAttribute("href", "");
            visit.screenshot("view-hostile");
        }
        assertEquals(java.util.List.of(), dialogs);
    }

    @ParameterizedTest
    @ValueSource(strings = {"&&&=&=", "days.from=9999999999-01-01&days.to=x",
            "days.from=2026-02-30", "sales-2.page=-1&sales-2.sort=--&sales-2.search=%00",
            "sales-2.page=99999999999999999",
            "products=a&products=b&products=%F0%28%8C%28", "more.tab=nowhere", ".wait=1&.wait=2", "returned-only=maybe",
            "days.from=0000-00-00&days.to=-999999999-01-01"})
    void whatNobodyOffersCountsAsNotChosen(String query) throws IOException {
        // No client of today sends what is no address; this one sends anything.
        @SuppressWarnings("deprecation")
        var connection = (HttpURLConnection) new URL(TrialViews.address("sales") + "?" + query).openConnection();
        connection.setRequestProperty(HeaderSignIn.HEADER, TrialPages.PERSON);
        assertEquals(200, connection.getResponseCode());
        try (var body = connection.getInputStream()) {
            org.hamcrest.MatcherAssert.assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8),
                    containsString("class=\"metric\">300<"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"region=%ZZ", "region=%", "%=%"})
    void whatIsNoAddressIsRefused(String query) throws IOException {
        @SuppressWarnings("deprecation")
        var connection = (HttpURLConnection) new URL(TrialViews.address("sales") + "?" + query).openConnection();
        connection.setRequestProperty(HeaderSignIn.HEADER, TrialPages.PERSON);
        assertEquals(400, connection.getResponseCode());
    }

    @Test
    void hugeParametersAreCutOrRefused() {
        page("words=" + "x".repeat(3_000)).statusCode(200);
        page("a=&".repeat(1_000)).statusCode(200).body(containsString("class=\"metric\">300<"));
        page("words=" + "x".repeat(100_000)).statusCode(414);
    }

    @Test
    void aFormulaInAFileIsAText() {
        var csv = page("hostile", ".download=" + slug() + "-9.csv").statusCode(200).contentType("text/csv")
                .header("Content-Disposition", startsWith("attachment; filename=\""))
                .header("X-Content-Type-Options", "nosniff").extract().asString();
        assertTrue(csv.contains("'=1+1") && csv.contains("'@SUM(A1)") && csv.contains("'=cmd()"), csv);
        assertTrue(csv.contains(",-4.00\r\n"), csv);
        assertFalse(csv.lines().anyMatch(line -> line.startsWith("=")), csv);
    }

    @Test
    void aWorkbookIsAWorkbook() {
        page(".download=sales-2.xlsx").statusCode(200)
                .contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .header("Content-Disposition", "attachment; filename=\"sales-2.xlsx\"; filename*=UTF-8''sales-2.xlsx")
                .body(startsWith("PK"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing.csv", "sales-2", "sales-2.exe", "..%2F..%2Fetc%2Fpasswd.csv", "constant.csv",
            "sales-2.csv%0d%0aX-Evil:1", "."})
    void thereIsNoFileOfWhatIsNotShown(String wanted) {
        page(".download=" + wanted).statusCode(404).header("X-Evil", (String) null);
    }

    @Test
    void digestsThatNobodyHasGivenOutAreNoKey() {
        given().header(HeaderSignIn.HEADER, TrialPages.PERSON).header("HX-Request", "true")
                .header("View-Parts", ": :x view: ::: part-sales:" + "y".repeat(2_000))
                .header("View-Part", "\"><script>").get(TrialViews.address("sales")).then().statusCode(200)
                .body(not(containsString("<script>")));
    }

    private static String slug() {
        return io.flotilla.base.view.format.Slug.of(TrialViews.HOSTILE, "");
    }

    private static String parameter() {
        return URLEncoder.encode(slug(), StandardCharsets.UTF_8);
    }

    private static ValidatableResponse page(String query) {
        return page("sales", query);
    }

    private static ValidatableResponse page(String page, String query) {
        return given().urlEncodingEnabled(false).header(HeaderSignIn.HEADER, TrialPages.PERSON).accept("text/html")
                .get(TrialViews.address(page) + "?" + query).then();
    }
}
