package io.flotilla.portal.fleet;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** What the portal is told when it starts; all else it reads from the catalogue. */
@ConfigMapping(prefix = "flotilla")
public interface PortalConfig {

    /** Which environment of the catalogue to show: {@code dev}, {@code prod} or {@code local}. */
    @WithDefault("local")
    String environment();

    /** Where the deployer posts the catalogue. */
    Optional<String> noticeboard();

    /** A catalogue to show instead of the posted one. */
    Optional<Path> catalogueFile();

    /** The environment's public origin, without a slash at its end. */
    @WithDefault("http://localhost:8080")
    String origin();

    /** The monitor's path there; without one, every app's state is unknown. */
    Optional<String> monitorPath();

    /** What programs of the fleet show one another; a secret. */
    Optional<String> fleetKey();

    /** The groups that overrule every requirement. */
    @WithName("identity.overrides")
    @WithDefault("superuser,dev")
    Set<String> overrides();
}
