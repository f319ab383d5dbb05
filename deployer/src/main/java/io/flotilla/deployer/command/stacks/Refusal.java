package io.flotilla.deployer.command.stacks;

import java.util.function.Supplier;

import io.flotilla.deployer.platform.PlatformFailure;
import io.flotilla.deployer.terminal.Failure;

/** What the platform refuses is shown as it says it, not as a defect of the deployer. */
public final class Refusal {
    private Refusal() {}

    public static <T> T explained(Supplier<T> work) {
        try {
            return work.get();
        } catch (PlatformFailure failure) {
            throw new Failure(failure.getMessage(), failure);
        }
    }
}
