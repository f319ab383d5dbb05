package io.flotilla.base.sample.gallery;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;

import io.flotilla.base.page.HeaderSignIn;
import io.flotilla.base.page.TrialPages;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(TrialPages.class)
class GalleryPageTest {
    @Inject
    GalleryPage page;

    @Test
    void everyExampleStandsBesideItsSource() {
        assertEquals(page.sources(), page.names());
        var html = given().header(HeaderSignIn.HEADER, TrialPages.PERSON).accept("text/html")
                .get("http://localhost:%d/trial/gallery".formatted(RestAssured.port)).then().statusCode(200);
        page.names().forEach(name -> html.body(containsString("Part " + name + "() {")));
    }
}
