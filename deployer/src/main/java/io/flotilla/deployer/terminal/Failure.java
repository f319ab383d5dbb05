package io.flotilla.deployer.terminal;

/** A failure that a person can do something about: its message is all that the terminal shows. */
public class Failure extends RuntimeException {

    /** @param message what went wrong and how to mend it, without a full stop */
    public Failure(String message) {
        super(message);
    }

    public Failure(String message, Throwable cause) {
        super(message, cause);
    }
}
