package io.flotilla.base.view;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.flotilla.base.page.HeaderSignIn;
import io.flotilla.base.page.TrialPages;
import io.flotilla.base.view.filter.Query;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The dashboard of the guide: what it shows, and that the guide shows it. */
@QuarkusTest
@TestProfile(TrialPages.class)
class OrdersPageTest {

    @Test
    void showsWhatItsFiltersTake() {
        given().header(HeaderSignIn.HEADER, TrialPages.PERSON).accept("text/html")
                .get("http://localhost:%d/trial/trial-orders?region=North".formatted(RestAssured.port)).then()
                .statusCode(200).body(containsString("class=\"metric\">747<"))
                .body(containsString("<th scope=\"row\">1 Jan 2026</th>"));
    }

    /** What browsers, htmx, scripts and monitors say, or do not say, that they take. */
    @ParameterizedTest
    @ValueSource(strings = {"text/html", "*/*", "text/*",
            "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
            "application/json;q=0.5,text/html", "application/json, text/plain, */*", "application/json"})
    void isAPageWhateverTheClientTakes(String accepted) {
        page(accepted).statusCode(200).contentType("text/html;charset=UTF-8").body(startsWith("<!doctype html>"));
    }

    private static ValidatableResponse page(String accepted) {
        return given().header(HeaderSignIn.HEADER, TrialPages.PERSON).header("Accept", accepted)
                .get("http://localhost:%d/trial/trial-orders".formatted(RestAssured.port)).then();
    }

    @Test
    void isTestedWithoutABrowser() {
        var view = new OrdersPage().show(Query.of("region=North&days.from=2026-01-02"));
        var revenue = (Metric) view.rows().get(0).get(0);
        assertEquals(249, revenue.value().getAsDouble());
    }

    @Test
    void theGuideShowsIt() throws IOException {
        var guide = Files.readString(Path.of("../docs/dashboards.md"));
        var source = Files.readString(Path.of("src/test/java/io/flotilla/base/view/OrdersPage.java"));
        var own = source.substring(source.indexOf("public class")).replace("src/test/resources/", "");
        assertTrue(guide.contains(own), "docs/dashboards.md shows another class than OrdersPage.java");
        assertTrue(guide.contains(Files.readString(Path.of("src/test/resources/orders.csv"))));
    }
}
