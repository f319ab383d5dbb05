package io.flotilla.portal.home;

import io.flotilla.portal.home.live.Live;
import io.flotilla.portal.register.Listing;

/**
 * One app as the home page shows it.
 *
 * @param listing   its title, description and logo
 * @param door      whether it opens for the person who looks
 * @param favourite whether they have starred it
 * @param editable  whether they may say how the portal shows it
 * @param live      how it is; says nothing of an app that they may not open
 */
public record Tile(Listing listing, Door door, boolean favourite, boolean editable, Live.State live) {

    /** What a tile leads to. */
    public enum Door {
        /** The app. */
        OPEN,
        /** The app, because the person may open everything; nobody else can yet. */
        UNOPENED,
        /** A request for access. */
        LOCKED
    }

    public String name() {
        return listing.app().name();
    }

    public String path() {
        return listing.app().urlPath();
    }

    public boolean locked() {
        return door == Door.LOCKED;
    }

    public boolean unopened() {
        return door == Door.UNOPENED;
    }
}
