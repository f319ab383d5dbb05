package io.flotilla.portal.home;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the home page shows beyond the apps that a person may open. */
@ConfigMapping(prefix = "flotilla.home")
public interface HomeConfig {

    /** Whether people see that there are apps which they may not open, so that they can ask for access. */
    @WithDefault("false")
    boolean lockedTiles();

    /** Whether a person to whom one app alone is open is sent straight there; {@code ?home} shows the page all the same. */
    @WithDefault("false")
    boolean straightIn();
}
