package io.flotilla.base.gate;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Whether this program is a gate, and before what. */
@ConfigMapping(prefix = "flotilla.gate")
public interface GateConfig {

    /** Where the app listens on this machine, such as {@code http://127.0.0.1:8050}; empty if this is no gate. */
    Optional<String> upstream();

    /** @throws IllegalArgumentException if others could reach the app too; the message says how to mend it */
    default Optional<Upstream> app() {
        return upstream().filter(address -> !address.isBlank()).map(Upstream::of);
    }
}
