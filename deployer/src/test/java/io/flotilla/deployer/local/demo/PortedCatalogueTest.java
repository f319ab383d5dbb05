package io.flotilla.deployer.local.demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;

import io.flotilla.base.catalogue.EnvironmentName;
import io.flotilla.base.catalogue.watch.CatalogueWatch;
import org.junit.jupiter.api.Test;

class PortedCatalogueTest {

    @Test
    void changesThePortInItsPlaceAndNothingElse() {
        assertEquals("""
                fleet: schöne-flotte 🚢   # a comment
                environments:
                  dev: { port: 8080 }
                  local:
                    platform: local
                    port: 9090   # another
                """, text("""
                fleet: schöne-flotte 🚢   # a comment
                environments:
                  dev: { port: 8080 }
                  local:
                    platform: local
                    port: 8080   # another
                """, OptionalInt.of(9090)));
    }

    @Test
    void changesItInBracesToo() {
        assertEquals("environments: { local: { port: 9090, platform: local } }",
                text("environments: { local: { port: \"8080\", platform: local } }", OptionalInt.of(9090)));
    }

    @Test
    void leavesTheTextAloneWithoutAPort() {
        var yaml = "environments: { local: { platform: local } }";
        assertEquals(yaml, text(yaml, OptionalInt.empty()));
    }

    @Test
    void leavesATextWithoutSuchAPortToItsReader() {
        for (var yaml : new String[]{"environments: { local: { platform: local } }", "", "- a", "a: [", "a: b"}) {
            assertEquals(yaml, text(yaml, OptionalInt.of(9090)));
        }
    }

    @Test
    void hasNothingWhereThereIsNothing() {
        var source = new PortedCatalogue(Optional::empty, EnvironmentName.LOCAL, OptionalInt.of(9090));
        assertTrue(source.look().isEmpty());
    }

    @Test
    void leavesBytesThatAreNoTextToTheReader() {
        var bytes = new byte[]{(byte) 0xff, 'a'};
        var source = new PortedCatalogue(() -> Optional.of(new CatalogueWatch.Text("f", bytes)), EnvironmentName.LOCAL,
                OptionalInt.empty());
        assertArrayEquals(bytes, source.look().orElseThrow().bytes());
    }

    private static String text(String yaml, OptionalInt port) {
        var text = new CatalogueWatch.Text("fleet.yaml", yaml.getBytes(StandardCharsets.UTF_8));
        var ported = new PortedCatalogue(() -> Optional.of(text), EnvironmentName.LOCAL, port).look().orElseThrow();
        return new String(ported.bytes(), StandardCharsets.UTF_8);
    }
}
