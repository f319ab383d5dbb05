package io.flotilla.deployer.local.process;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Ends processes and all that they have started: asks, waits, and only then kills. */
final class Ending {
    private Ending() {}

    /** @param grace how long they may take once asked */
    static void of(Collection<ProcessHandle> processes, Duration grace) {
        // Noted first: a process that has ended no longer tells whom it started.
        var family = processes.stream().flatMap(Ending::withDescendants).distinct().toList();
        family.forEach(ProcessHandle::destroy);
        await(family, grace);
        var stubborn = family.stream().filter(ProcessHandle::isAlive).flatMap(Ending::withDescendants).distinct()
                .toList();
        stubborn.forEach(ProcessHandle::destroyForcibly);
        await(stubborn, grace);
    }

    private static Stream<ProcessHandle> withDescendants(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants());
    }

    private static void await(List<ProcessHandle> processes, Duration limit) {
        var exits = processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(exits).get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return; // whoever still runs is dealt with by the caller
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
