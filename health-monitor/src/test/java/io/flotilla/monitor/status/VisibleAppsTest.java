package io.flotilla.monitor.status;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import io.flotilla.base.access.AccessRules;
import io.flotilla.base.access.Person;
import io.flotilla.base.catalogue.CatalogueReader;
import io.flotilla.base.catalogue.EnvironmentName;
import io.flotilla.base.catalogue.Reading;
import io.flotilla.monitor.MonitorResource;
import io.flotilla.monitor.fleet.WatchedFleet;
import org.junit.jupiter.api.Test;

class VisibleAppsTest {
    private static final WatchedFleet FLEET = WatchedFleet.of(((Reading.Valid) new CatalogueReader(Map.of())
            .read("fleet.yaml", MonitorResource.FLEET.getBytes(UTF_8))).catalogue().in(EnvironmentName.LOCAL));

    private static final Map<String, Set<String>> GRAPH = Map.of("Sales", Set.of("sales"), "Stock", Set.of("stock"));

    @Test
    void areThoseThatThePersonMayOpen() {
        assertEquals(Set.of("Sales"), of("sales").apps());
        assertEquals(Set.of("Sales", "Stock"), of("sales", "stock").apps());
        assertEquals(Set.of(), of("strangers").apps());
    }

    @Test
    void areAllForAnOverrideGroup() {
        assertEquals(Set.of("Sales", "Stock"), of("superuser").apps());
        assertTrue(of("superuser").all());
    }

    /** The catalogue's own word is another one, and counts for nothing where somebody knows better. */
    @Test
    void areNotThoseThatTheCatalogueSays() {
        assertEquals(Set.of(), of("by-catalogue").apps());
    }

    @Test
    void areNoneButForOverrideGroupsWhileNobodyKnowsWhoMayOpenWhat() {
        Function<String, AccessRules> unknown = app -> new AccessRules(Set.of(), Set.of("superuser"));

        assertEquals(Set.of(),
                VisibleApps.of(FLEET, new Person("ana", "Ana", "", Set.of("sales", "stock")), unknown).apps());
        assertEquals(Set.of("Sales", "Stock"),
                VisibleApps.of(FLEET, new Person("root", "Root", "", Set.of("superuser")), unknown).apps());
    }

    @Test
    void anAppThatHasLeftTheCatalogueIsForOverrideGroupsOnly() {
        assertTrue(of("superuser").contains("Gone"));
        assertFalse(of("sales", "stock").contains("Gone"));
    }

    @Test
    void areActedUponByThoseWhoAreMailedAboutThem() {
        var lead = VisibleApps.of(FLEET, new Person("lea", "Lea", "lead@example.com", Set.of("sales")),
                VisibleAppsTest::rules);
        assertTrue(lead.caresFor("Sales"));
        assertFalse(lead.caresFor("Stock"), "an app that they may not open");
        assertFalse(of("sales").caresFor("Sales"));
        assertTrue(of("superuser").caresFor("Sales"));
    }

    private static VisibleApps of(String... groups) {
        return VisibleApps.of(FLEET, new Person("ana", "Ana", "", Set.of(groups)), VisibleAppsTest::rules);
    }

    private static AccessRules rules(String app) {
        return new AccessRules(GRAPH.getOrDefault(app, Set.of()), Set.of("superuser"));
    }
}
