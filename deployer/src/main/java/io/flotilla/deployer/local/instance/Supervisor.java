package io.flotilla.deployer.local.instance;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.flotilla.base.catalogue.App;
import io.flotilla.deployer.local.News;
import io.flotilla.deployer.local.gateway.Routes;
import io.flotilla.deployer.local.gateway.Target;
import io.flotilla.deployer.local.gateway.Target.State;
import io.flotilla.deployer.local.process.LogTail;
import io.flotilla.deployer.local.process.Processes;
import io.flotilla.deployer.terminal.Failure;

/**
 * Keeps one app running, and the gateway informed. An app that ends stays away for a while, so that its outage can be seen,
 * and is then started again, sooner if somebody asks.
 */
public final class Supervisor implements Runnable {
    private static final int LINES = 30;
    private static final Duration CTRL_C = Duration.ofMillis(500);

    private final App app;
    private final Fleet fleet;
    private final CompletableFuture<Process> ready = new CompletableFuture<>();
    private final Semaphore asked = new Semaphore(0);
    private volatile boolean waiting;

    /** What all supervisors of a fleet share. */
    public record Fleet(Programs programs, Processes processes, Routes routes, Readiness readiness, Duration limit,
            Duration away, News news) {}

    public Supervisor(App app, Fleet fleet) {
        this.app = app;
        this.fleet = fleet;
    }

    public App app() {
        return app;
    }

    /** The first process that came up; a {@link Failure} if none did. */
    public CompletableFuture<Process> ready() {
        return ready;
    }

    /** Starts it now, if it is away. */
    public void startNow() {
        if (waiting) {
            asked.release();
        }
    }

    public boolean isAway() {
        return waiting;
    }

    @Override
    public void run() {
        try {
            var process = start();
            ready.complete(process);
            while (endedAlone(process)) {
                stayAway(process.exitValue());
                process = startAgain(process);
            }
        } catch (Failure failure) {
            ready.completeExceptionally(failure);
        } catch (InterruptedException ending) {
            ready.cancel(false);
        }
    }

    /** @throws Failure if it ends at once, or is not ready in time */
    private Process start() throws InterruptedException {
        var placed = fleet.programs().place(app);
        var target = new Target(app.name(), app.title(), app.urlPath(), placed.port(), State.INITIAL, Instant.now(),
                "This page asks again by itself.");
        fleet.routes().put(target);
        var process = fleet.processes().start(placed.program());
        switch (fleet.readiness().await(app, placed.port(), process, fleet.limit())) {
            case READY -> fleet.routes().put(target.in(State.HEALTHY, Instant.now(), ""));
            case ENDED -> {
                if (!endedAlone(process)) {
                    throw new InterruptedException("the fleet is ending");
                }
                throw new Failure("%s %s before it was ready%s".formatted(app.name(), how(process.exitValue()),
                        tail()));
            }
            case TOO_LATE -> {
                fleet.processes().end(process);
                throw new Failure("%s was not ready within %d s%s".formatted(app.name(), fleet.limit().toSeconds(),
                        tail()));
            }
        }
        return process;
    }

    private Process startAgain(Process former) throws InterruptedException {
        try {
            fleet.news().tell("%s is starting".formatted(app.name()));
            var process = start();
            fleet.news().tell("%s is ready again, as process %d".formatted(app.name(), process.pid()));
            return process;
        } catch (Failure failure) {
            fleet.news().tell(failure.getMessage());
            return former;
        }
    }

    /** Waits until it has ended. Ctrl-C reaches the app and the launcher at once, and the app may be the first to end. */
    private boolean endedAlone(Process process) throws InterruptedException {
        process.waitFor();
        return !fleet.processes().isEnding(CTRL_C);
    }

    private void stayAway(int exit) throws InterruptedException {
        var again = LocalTime.now().plus(fleet.away()).truncatedTo(ChronoUnit.SECONDS);
        var plan = "it is started again at %s, or when Enter is pressed in the terminal of the fleet".formatted(again);
        asked.drainPermits();
        waiting = true;
        fleet.routes().find(app.urlPath()).ifPresent(target -> fleet.routes().put(target.in(State.UNUSED,
                Instant.now(), "Its process %s; %s.".formatted(how(exit), plan))));
        fleet.news().tell("%s %s; %s".formatted(app.name(), how(exit), plan));
        asked.tryAcquire(fleet.away().toMillis(), TimeUnit.MILLISECONDS);
        waiting = false;
    }

    /** Java reports an end by a signal as 128 and the signal's number, as shells do. */
    private static String how(int exit) {
        return exit > 128 ? "was ended by signal " + (exit - 128) : "ended with exit code " + exit;
    }

    private String tail() {
        var log = fleet.programs().log(app);
        var lines = LogTail.of(log, LINES);
        return lines.isEmpty()
                ? "; its log %s is empty".formatted(log)
                : "; the end of %s:%n    %s".formatted(log, String.join(System.lineSeparator() + "    ", lines));
    }
}
