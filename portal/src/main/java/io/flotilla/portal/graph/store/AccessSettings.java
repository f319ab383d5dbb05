package io.flotilla.portal.graph.store;

import java.util.Optional;
import java.util.Set;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who administers, and where. */
@ConfigMapping(prefix = "flotilla.portal")
public interface AccessSettings {

    /** The groups whose people may edit every app and every group but the override groups and these. */
    @WithDefault("admin")
    Set<String> adminGroups();

    /** The host name, without a port, that alone answers for the administration; without it, every host does. */
    Optional<String> adminHost();
}
