package io.flotilla.portal.home;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.flotilla.base.catalogue.CatalogueReader;
import io.flotilla.base.catalogue.Reading;
import io.flotilla.portal.home.Tile.Door;
import io.flotilla.portal.home.live.Live;
import io.flotilla.portal.register.Listing;
import org.junit.jupiter.api.Test;

class StraightInTest {
    private static final String FLEET = """
            fleet: f
            environments: { local: { platform: local } }
            apps:
              Sales: { runtime: jvm, artifact: a.jar, url_path: /sales/, local: {} }
              Stock: { runtime: jvm, artifact: a.jar, url_path: /stock/, local: {} }
            """;

    @Test
    void whoHasOneAppIsSentThere() {
        assertEquals(Optional.of(URI.create("/sales/")), to(true, "", null, "Sales"));
        assertEquals(Optional.of(URI.create("/sales/")), to(true, "", "https://login.example.com/", "Sales"));
    }

    @Test
    void whoHasMoreOrNoneSeesThePage() {
        assertEquals(Optional.empty(), to(true, "", null, "Sales", "Stock"));
        assertEquals(Optional.empty(), to(true, "", null));
    }

    @Test
    void whoAsksForThePageOrComesBackFromTheAppSeesIt() {
        assertEquals(Optional.empty(), to(true, "?home", null, "Sales"));
        assertEquals(Optional.empty(), to(true, "", "http://labs.example.com/sales/orders", "Sales"));
        assertEquals(Optional.of(URI.create("/sales/")), to(true, "", "not an address", "Sales"));
    }

    @Test
    void nobodyIsSentUnlessTheSettingsSaySo() {
        assertEquals(Optional.empty(), to(false, "", null, "Sales"));
    }

    private static Optional<URI> to(boolean set, String query, String from, String... open) {
        var apps = ((Reading.Valid) new CatalogueReader(Map.of()).read("fleet.yaml", FLEET.getBytes())).catalogue()
                .apps();
        var tiles = List.of(open).stream().map(name -> new Tile(
                new Listing(apps.get(name), Map.of(), Optional.empty(), 0), Door.OPEN, false, false,
                new Live.State("up", "up"))).toList();
        return new StraightIn(new Config(set)).to(
                new Shelves(List.of(), List.of(new Shelves.Team("Other", tiles)), List.of(), List.of()),
                query.equals("?home"), from);
    }

    private record Config(boolean straightIn) implements HomeConfig {
        @Override
        public boolean lockedTiles() {
            return false;
        }
    }
}
