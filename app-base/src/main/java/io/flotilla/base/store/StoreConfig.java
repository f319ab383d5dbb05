package io.flotilla.base.store;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** Which database a program keeps its rows in. */
@ConfigMapping(prefix = "flotilla")
interface StoreConfig {

    /** {@code sqlite:<file>} or {@code postgresql://user:password@host:port/database}; without it there is no database. */
    Optional<String> database();

    /** Where the fleet runs: {@code aws} or {@code local}. */
    @WithDefault("local")
    String platform();

    /** Whether the program keeps what must outlive an instance, so that on {@code aws} only PostgreSQL will do. */
    @WithName("database-required-on-aws")
    @WithDefault("false")
    boolean requiredOnAws();
}
