package io.flotilla.deployer.platform;

/** A port could not see or do what it was asked for; the message names the action and the reason. */
public abstract sealed class PlatformFailure extends RuntimeException {
    private final String action;
    private final String reason;

    private PlatformFailure(String action, String reason, Throwable cause) {
        super("%s: %s".formatted(action, reason), cause);
        this.action = action;
        this.reason = reason;
    }

    /** What was asked for, such as {@code SetDesiredCapacity of davinci-labs-dev-Sales}. */
    public String action() {
        return action;
    }

    /** Why it failed, as the platform says it. */
    public String reason() {
        return reason;
    }

    /**
     * Trying again later may help: throttling ({@code Throttling}, {@code RequestLimitExceeded}), a server error, no answer in
     * time, {@code ScalingActivityInProgress}, {@code ResourceContention}. What was asked for may have happened all the same.
     */
    public static final class Transient extends PlatformFailure {
        public Transient(String action, String reason, Throwable cause) {
            super(action, reason, cause);
        }
    }

    /** Trying again will not help: no permission, no such group, a value out of bounds. Nothing was done. */
    public static final class Final extends PlatformFailure {
        public Final(String action, String reason, Throwable cause) {
            super(action, reason, cause);
        }
    }
}
