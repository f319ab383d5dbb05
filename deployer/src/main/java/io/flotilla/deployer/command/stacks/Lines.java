package io.flotilla.deployer.command.stacks;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import io.flotilla.deployer.platform.stack.Progress;

/** Progress as lines with the time that has passed: {@code  1:05  davinci-labs-dev-Sales  Group CREATE_IN_PROGRESS}. */
final class Lines implements Progress {
    private final PrintWriter out;
    private final boolean quiet;
    private final InstantSource clock;
    private final Instant start;

    /** @param quiet in a pipe, where only what comes of it is of interest */
    Lines(PrintWriter out, boolean quiet, InstantSource clock) {
        this.out = out;
        this.quiet = quiet;
        this.clock = clock;
        this.start = clock.instant();
    }

    @Override
    public synchronized void step(String stack, String what) {
        if (!quiet) {
            out.println("%s  %s  %s".formatted(passed(), stack, what));
            out.flush();
        }
    }

    /** Minutes and seconds since the beginning. */
    String passed() {
        var passed = Duration.between(start, clock.instant());
        return "%2d:%02d".formatted(passed.toMinutes(), passed.toSecondsPart());
    }
}
