package io.flotilla.deployer.local.targets;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Checks every target on its own port, as often as its group says. */
public final class HealthChecks implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Supplier<Collection<TargetGroup>> groups;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "health checks");
        thread.setDaemon(true);
        return thread;
    });

    public HealthChecks(Supplier<Collection<TargetGroup>> groups) {
        this.groups = groups;
    }

    public HealthChecks start() {
        clock.scheduleWithFixedDelay(this::look, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    private void look() {
        groups.get().forEach(group -> group.due().forEach((id, port) -> check(group, id, port)));
    }

    private void check(TargetGroup group, String id, int port) {
        var policy = group.policy();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + policy.path()))
                .timeout(policy.timeout()).header("User-Agent", "Flotilla-HealthChecker").build();
        client.sendAsync(request, BodyHandlers.discarding())
                .handle((response, failure) -> result(policy, response, failure))
                .thenAccept(result -> group.checked(id, result));
    }

    private static CheckResult result(HealthPolicy policy, HttpResponse<Void> response, Throwable failure) {
        if (failure == null) {
            return CheckResult.answered(policy, response.statusCode());
        }
        var cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof HttpTimeoutException ? CheckResult.tooLate() : CheckResult.refused();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
