package io.flotilla.base.sample.warehouse;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.flotilla.base.page.HeaderSignIn;
import io.flotilla.base.page.TrialPages;
import io.flotilla.base.view.TrialViews;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(TrialPages.class)
class WarehousePageTest {

    @Test
    void showsEveryZoneWithItsState() {
        var page = given().header(HeaderSignIn.HEADER, TrialPages.PERSON).accept("text/html")
                .get(TrialViews.address("warehouse?hours=72")).then().statusCode(200)
                .body(containsString("<option value=\"72\" selected>"));
        for (var zone : Zone.values()) {
            page.body(containsString("<th scope=\"row\">" + zone.title() + "</th>"));
        }
    }
}
