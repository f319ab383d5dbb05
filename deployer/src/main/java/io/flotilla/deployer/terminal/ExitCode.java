package io.flotilla.deployer.terminal;

/** What the program answers the shell. */
public final class ExitCode {
    /** Done. */
    public static final int DONE = 0;
    /** Failed; the message on standard error says why. */
    public static final int FAILED = 1;
    /** The command line is wrong; nothing was done. */
    public static final int USAGE = 2;
    /** The catalogue has mistakes; nothing was done. */
    public static final int MISTAKES = 3;

    private ExitCode() {}
}
