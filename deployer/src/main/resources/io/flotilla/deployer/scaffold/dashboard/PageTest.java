package @package@;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import org.junit.jupiter.api.Test;

/** The page as the program serves it. */
@QuarkusTest
class @page@Test {

    @Test
    @TestSecurity(user = "alice", roles = "superuser")
    void showsWhatItsFilterTakes() {
        given().accept("text/html").get("/?region=North").then().statusCode(200)
                .body(containsString("747")).body(not(containsString(">South</td>")));
    }

    @Test
    void isClosedToStrangers() {
        given().redirects().follow(false).accept("text/html").get("/").then().statusCode(not(200));
    }
}
