package io.flotilla.base.signin.access;

import java.nio.file.Path;
import java.util.Optional;

import io.flotilla.base.access.portal.Portal;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How this program asks the portal who may open what. Without a token of its own it asks nobody, and its settings count. */
@ConfigMapping(prefix = "flotilla")
public interface PortalConfig {

    /** What the deployer gave this app to show the portal; a secret. */
    Optional<String> portalToken();

    /** The environment's public origin, without a slash at its end. */
    @WithDefault("http://localhost:8080")
    String origin();

    /** The portal's path there. */
    @WithDefault("/portal/")
    String portalPath();

    /** This app's name in the catalogue. */
    @WithDefault("${quarkus.application.name}")
    String app();

    /**
     * Where the portal's last answers are kept: for this program's eyes only, since whoever could write there could let
     * people in. The default is the folder that systemd makes for a service's state, or the user's own.
     */
    @WithDefault("${state.directory:${user.home}/.local/state/flotilla}")
    Path accessFolder();

    default Optional<Portal> portal() {
        return portalToken().filter(token -> !token.isBlank())
                .map(token -> new Portal(origin(), portalPath(), app(), token));
    }
}
