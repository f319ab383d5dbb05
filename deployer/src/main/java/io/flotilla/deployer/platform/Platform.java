package io.flotilla.deployer.platform;

import java.util.Collection;
import java.util.List;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.noticeboard.Noticeboard;
import io.flotilla.deployer.platform.identity.SignInClient;
import io.flotilla.deployer.platform.stack.Sources;
import io.flotilla.deployer.platform.stack.Stacks;

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

    /** What applying the catalogue makes and changes. */
    Stacks stacks();

    /** What the apps run, and what they would run if they were deployed now. */
    Sources sources();

    /**
     * Gives each app the secrets that it has to have before it starts, if it has none yet: its session key, and the token by
     * which the portal knows it. Where programs get theirs otherwise, there is nothing to do.
     */
    default void introduce(Collection<App> apps) {}

    /** The client at the identity provider that the apps' people sign in by. */
    default SignInClient signIn() {
        return SignInClient.ELSEWHERE;
    }

    /** Whether all is there that the environment needs of its surroundings, each thing by itself. Changes nothing. */
    List<Finding> examine();

    /** The environment's noticeboard, where journals, locks and news are. */
    Noticeboard noticeboard();

    @Override
    void close();
}
