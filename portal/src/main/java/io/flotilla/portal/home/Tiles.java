package io.flotilla.portal.home;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.flotilla.base.access.Decision;
import io.flotilla.base.catalogue.App;
import io.flotilla.base.store.Store;
import io.flotilla.portal.fleet.Fleet;
import io.flotilla.portal.graph.AppEdges;
import io.flotilla.portal.graph.Rights;
import io.flotilla.portal.home.Shelves.Team;
import io.flotilla.portal.home.Tile.Door;
import io.flotilla.portal.home.live.Live;
import io.flotilla.portal.home.personal.Favourites;
import io.flotilla.portal.home.personal.Recents;
import io.flotilla.portal.register.Listings;

/** The tiles that a person gets to see. What they may not know of never leaves the server. */
@ApplicationScoped
public class Tiles {
    /** The heading of apps that name no team; it comes last. */
    private static final String NO_TEAM = "Other";
    /** How an app is concerns those who may open it. */
    private static final Live.State UNTOLD = new Live.State("", "");
    private static final Comparator<Tile> BY_TITLE = Comparator
            .comparing((Tile tile) -> tile.listing().title(), String.CASE_INSENSITIVE_ORDER).thenComparing(Tile::name);

    private final Fleet fleet;
    private final HomeConfig config;
    private final Live live;
    private final Listings listings;
    private final Favourites favourites;
    private final Recents recents;
    private final Store store;

    Tiles(Fleet fleet, HomeConfig config, Live live, Listings listings,
            Favourites favourites, Recents recents, Store store) {
        this.fleet = fleet;
        this.config = config;
        this.live = live;
        this.listings = listings;
        this.favourites = favourites;
        this.recents = recents;
        this.store = store;
    }

    /** All of a person's tiles, where the home page has them. */
    public Shelves of(Rights rights) {
        var doors = doors(rights);
        var person = rights.actor();
        return store.read(handle -> {
            var listed = listings.of(handle, doors.keySet());
            var starred = favourites.of(handle, person);
            var tiles = new HashMap<String, Tile>();
            doors.forEach((app, door) -> tiles.put(app.name(), new Tile(listed.get(app.name()), door,
                    starred.contains(app.name()), rights.graph().app(app.name()).filter(rights::mayEdit).isPresent(),
                    door == Door.LOCKED ? UNTOLD : live.of(app.name()))));
            return shelves(doors.keySet().stream().map(app -> tiles.get(app.name())).toList(),
                    recents.of(handle, person).stream().map(tiles::get).filter(Objects::nonNull)
                            .filter(tile -> !tile.locked()).limit(Recents.SHOWN).toList());
        });
    }

    /** The names of the apps that a person may open. */
    public List<String> open(Rights rights) {
        return doors(rights).entrySet().stream().filter(entry -> entry.getValue() != Door.LOCKED)
                .map(entry -> entry.getKey().name()).toList();
    }

    /** The apps that a person may know of, in the order of the catalogue, and what their tiles lead to. */
    private Map<App, Door> doors(Rights rights) {
        var doors = new LinkedHashMap<App, Door>();
        fleet.view().ifPresent(view -> view.apps().stream()
                .filter(app -> !app.role().equals(Optional.of(App.Role.PORTAL)))
                .forEach(app -> door(app, rights).ifPresent(door -> doors.put(app, door))));
        return doors;
    }

    private Optional<Door> door(App app, Rights rights) {
        var edges = rights.graph().app(app.name());
        var decision = rights.graph().decide(rights.actor(), app.name());
        if (decision.allowed()) {
            return Optional.of(edges.filter(AppEdges::closed).isPresent() ? Door.UNOPENED : Door.OPEN);
        }
        boolean mayKnow = config.lockedTiles() && decision instanceof Decision.Missing missing
                && missing.groups().stream().noneMatch(rights.graph()::guarded)
                || edges.filter(rights::owns).isPresent();
        return mayKnow ? Optional.of(Door.LOCKED) : Optional.empty();
    }

    private static Shelves shelves(List<Tile> tiles, List<Tile> recent) {
        var favourites = new ArrayList<Tile>();
        var locked = new ArrayList<Tile>();
        var byTeam = new TreeMap<String, List<Tile>>(Tiles::teamsLast);
        for (var tile : tiles) {
            if (tile.locked()) {
                locked.add(tile);
            } else if (tile.favourite()) {
                favourites.add(tile);
            } else {
                byTeam.computeIfAbsent(tile.listing().team().orElse(NO_TEAM), team -> new ArrayList<>()).add(tile);
            }
        }
        favourites.sort(BY_TITLE);
        locked.sort(BY_TITLE);
        return new Shelves(favourites,
                byTeam.entrySet().stream().map(team -> new Team(team.getKey(), team.getValue())).toList(), locked,
                recent);
    }

    private static int teamsLast(String a, String b) {
        return a.equals(NO_TEAM) || b.equals(NO_TEAM)
                ? Boolean.compare(a.equals(NO_TEAM), b.equals(NO_TEAM))
                : a.compareToIgnoreCase(b);
    }
}
