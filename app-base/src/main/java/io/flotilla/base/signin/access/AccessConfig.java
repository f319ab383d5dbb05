package io.flotilla.base.signin.access;

import java.util.Optional;
import java.util.Set;

import io.flotilla.base.access.AccessRules;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** Who may open this app, as the catalogue says. */
@ConfigMapping(prefix = "flotilla")
public interface AccessConfig {

    /** The groups that this app requires. */
    Optional<Set<String>> requires();

    /** The groups that overrule every requirement. */
    @WithName("identity.overrides")
    @WithDefault("superuser,dev")
    Set<String> overrides();

    default AccessRules rules() {
        return new AccessRules(requires().orElse(Set.of()), overrides());
    }
}
