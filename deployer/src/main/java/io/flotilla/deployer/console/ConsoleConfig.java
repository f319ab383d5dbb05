package io.flotilla.deployer.console;

import java.nio.file.Path;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the console looks after. */
@ConfigMapping(prefix = "flotilla.console")
public interface ConsoleConfig {

    /** The catalogue's file; {@code deployer console -f FILE} sets it. */
    @WithDefault("fleet.yaml")
    Path catalogue();
}
