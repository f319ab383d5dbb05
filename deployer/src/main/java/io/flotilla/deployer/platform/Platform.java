package io.flotilla.deployer.platform;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.noticeboard.Noticeboard;

/**
 * One environment, opened for the length of a command or for as long as the console runs. It may be used by several threads
 * at once, since rollouts of different apps go on side by side.
 */
public interface Platform extends AutoCloseable {

    /**
     * The ports of an app that has a berth in this environment. Asks nobody: an app that was never applied is found out when
     * a port is used, as a {@link PlatformFailure.Final} that says to apply it first.
     */
    Ports ports(App app);

    /** The environment's noticeboard, where journals, locks and news are. */
    Noticeboard noticeboard();

    @Override
    void close();
}
