package io.flotilla.deployer.local.demo;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.flotilla.deployer.local.News;
import io.flotilla.deployer.local.group.Groups;

/** Looks after the groups of a fleet, several times a second, from its start to its end. */
final class Upkeep implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Groups groups;
    private final News news;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "upkeep");
        thread.setDaemon(true);
        return thread;
    });

    Upkeep(Groups groups, News news) {
        this.groups = groups;
        this.news = news;
    }

    Upkeep start() {
        clock.scheduleWithFixedDelay(this::look, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    private void look() {
        try {
            groups.look();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException defect) {
            news.tell("a look at the instances failed, the next follows: " + defect);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
