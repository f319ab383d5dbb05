package io.flotilla.base.sample.warehouse;

import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;

import io.flotilla.base.page.TrialPages;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(TrialPages.class)
class WarehousePageTest {
    @Inject
    WarehousePage page;

    @Test
    void showsEveryZoneWithItsState() {
        var html = page.show("72").render();
        for (var zone : Hour.Zone.values()) {
            assertTrue(html.contains("<th scope=\"row\">" + zone.title() + "</th>"), zone.title());
        }
        assertTrue(html.contains("<option value=\"72\" selected>"), html);
    }
}
