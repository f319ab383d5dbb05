package io.flotilla.portal.home;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.flotilla.base.access.AccessRules;
import io.flotilla.base.access.Person;
import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.portal.fleet.Fleet;
import io.flotilla.portal.fleet.PortalConfig;
import io.flotilla.portal.fleet.States;

/** The tiles that a person may see: what they may not open is never sent. */
@ApplicationScoped
public class Tiles {
    /** The heading of apps that name no team; it comes last. */
    private static final String NO_TEAM = "Other";

    private final Fleet fleet;
    private final States states;
    private final PortalConfig config;

    Tiles(Fleet fleet, States states, PortalConfig config) {
        this.fleet = fleet;
        this.states = states;
        this.config = config;
    }

    /** @param team a heading; @param tiles in the order of the catalogue */
    public record Group(String team, List<Tile> tiles) {}

    /** All of a person's tiles, by team in alphabetical order. */
    public List<Group> of(Person person) {
        var byTeam = new TreeMap<String, List<Tile>>(Tiles::teamsLast);
        fleet.view().stream().flatMap(view -> openTo(person, view).stream())
                .forEach(app -> byTeam.merge(app.team().orElse(NO_TEAM), List.of(Tile.of(app, states.of(app.name()))),
                        Tiles::joined));
        return byTeam.entrySet().stream()
                .map((Map.Entry<String, List<Tile>> team) -> new Group(team.getKey(), team.getValue())).toList();
    }

    private List<App> openTo(Person person, EnvironmentView view) {
        return view.apps().stream().filter(app -> !app.role().equals(Optional.of(App.Role.PORTAL)))
                .filter(app -> new AccessRules(app.requires(), config.overrides()).decide(person).allowed()).toList();
    }

    private static List<Tile> joined(List<Tile> some, List<Tile> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static int teamsLast(String a, String b) {
        return a.equals(NO_TEAM) || b.equals(NO_TEAM)
                ? Boolean.compare(a.equals(NO_TEAM), b.equals(NO_TEAM))
                : a.compareToIgnoreCase(b);
    }
}
