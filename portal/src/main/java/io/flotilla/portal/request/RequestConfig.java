package io.flotilla.portal.request;

import java.time.Duration;

import io.flotilla.portal.request.rule.Terms;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long requests for access wait, and when people are warned. */
@ConfigMapping(prefix = "flotilla.requests")
interface RequestConfig {

    /** A request that nobody decides ends by itself after so long. */
    @WithDefault("14d")
    Duration lapsesAfter();

    /** So long before an approval ends, the person who has it is told. */
    @WithDefault("3d")
    Duration warnsBefore();

    default Terms terms() {
        return new Terms(lapsesAfter(), warnsBefore());
    }
}
