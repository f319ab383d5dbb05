package io.flotilla.deployer.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import io.flotilla.deployer.local.News;
import io.flotilla.deployer.local.group.AppGroup;
import io.flotilla.deployer.terminal.Failure;

/** Shows how a fleet comes up. */
final class Progress {
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(5);

    private final Instant began;
    private final News news;
    private final Set<AppGroup> waiting = new HashSet<>();

    Progress(Instant began, News news) {
        this.began = began;
        this.news = news;
    }

    /**
     * @throws Failure              as soon as one of them cannot come up
     * @throws InterruptedException if the fleet is ended before
     */
    void awaitReady(List<AppGroup> groups) throws InterruptedException {
        var all = allOrFirstFailure(groups);
        while (true) {
            try {
                all.get(SIGN_OF_LIFE.toMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                tellWaiting();
            } catch (CancellationException e) {
                throw new InterruptedException("the fleet is ending");
            } catch (ExecutionException e) {
                throw e.getCause() instanceof Failure failure ? failure : new IllegalStateException(e.getCause());
            }
        }
    }

    private CompletableFuture<Void> allOrFirstFailure(List<AppGroup> groups) {
        var first = new CompletableFuture<Void>();
        var each = groups.stream().map(this::toldWhenReady).toList();
        each.forEach(one -> one.whenComplete((ready, failure) -> {
            if (failure != null) {
                first.completeExceptionally(failure instanceof CompletionException ? failure.getCause() : failure);
            }
        }));
        CompletableFuture.allOf(each.toArray(CompletableFuture[]::new)).thenRun(() -> first.complete(null));
        return first;
    }

    private synchronized CompletableFuture<Void> toldWhenReady(AppGroup group) {
        waiting.add(group);
        return group.ready().thenRun(() -> tellReady(group));
    }

    private synchronized void tellReady(AppGroup group) {
        waiting.remove(group);
        news.tell("%3d s  %s is ready".formatted(elapsed(), group.definition().app()));
    }

    private synchronized void tellWaiting() {
        news.tell("%3d s  waiting for %s".formatted(elapsed(),
                waiting.stream().map(group -> group.definition().app()).sorted()
                        .collect(Collectors.joining(", "))));
    }

    private long elapsed() {
        return Duration.between(began, Instant.now()).toSeconds();
    }
}
