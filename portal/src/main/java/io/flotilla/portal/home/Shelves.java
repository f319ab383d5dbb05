package io.flotilla.portal.home;

import java.util.ArrayList;
import java.util.List;

/**
 * A person's home page: the favourites, then every other app under its team, then what they may ask for.
 *
 * @param favourites in alphabetical order
 * @param teams      in alphabetical order, apps without a team last
 * @param locked     what they may not open but may know of, in alphabetical order
 * @param recent     what they opened last, the latest first
 */
public record Shelves(List<Tile> favourites, List<Team> teams, List<Tile> locked, List<Tile> recent) {

    /** @param tiles in the order of the catalogue */
    public record Team(String name, List<Tile> tiles) {}

    /** Whether no app is open to the person. */
    public boolean empty() {
        return favourites.isEmpty() && teams.isEmpty();
    }

    /** All that is open, as the page shows it. */
    public List<Tile> open() {
        var open = new ArrayList<>(favourites);
        teams.forEach(team -> open.addAll(team.tiles()));
        return open;
    }
}
