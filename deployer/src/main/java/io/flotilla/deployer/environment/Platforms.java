package io.flotilla.deployer.environment;

import java.nio.file.Path;

import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.deployer.aws.AwsPlatform;
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
        switch (view.environment().platform()) {
            case AWS -> {
                try {
                    return AwsPlatform.open(view, catalogue);
                } catch (PlatformFailure refused) {
                    throw new Failure(refused.getMessage(), refused);
                }
            }
            case LOCAL -> throw notYet(view, "this machine");
            default -> throw new IllegalStateException("an environment is on AWS or on this machine");
        }
    }

    private static Failure notYet(EnvironmentView view, String where) {
        return new Failure("this version of the deployer cannot roll out on %s, where %s is".formatted(where,
                view.environment().name().key()));
    }
}
