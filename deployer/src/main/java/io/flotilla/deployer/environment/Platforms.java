package io.flotilla.deployer.environment;

import java.nio.file.Path;

import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.deployer.aws.AwsPlatform;
import io.flotilla.deployer.local.remote.LocalPlatform;
import io.flotilla.deployer.platform.Platform;
import io.flotilla.deployer.platform.PlatformFailure;
import io.flotilla.deployer.terminal.Failure;

/** Finds an environment's platform: the one place that knows them all. */
public final class Platforms {
    private Platforms() {}

    /**
     * @param view      the environment
     * @param catalogue the catalogue's file, which relative paths in it are beside
     * @throws Failure if the environment cannot be reached; the message says what to mend
     */
    public static Platform open(EnvironmentView view, Path catalogue) {
        try {
            return switch (view.environment().platform()) {
                case AWS -> AwsPlatform.open(view, catalogue);
                case LOCAL -> LocalPlatform.open(view);
            };
        } catch (PlatformFailure refused) {
            throw new Failure(refused.getMessage(), refused);
        }
    }
}
