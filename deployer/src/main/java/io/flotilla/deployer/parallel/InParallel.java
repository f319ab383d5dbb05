package io.flotilla.deployer.parallel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** A few things at a time: enough not to wait for each in turn, few enough not to be throttled. */
public final class InParallel implements AutoCloseable {
    private final ExecutorService workers;

    public InParallel(int most) {
        workers = Executors.newFixedThreadPool(most, task -> {
            var worker = new Thread(task, "parallel");
            worker.setDaemon(true);
            return worker;
        });
    }

    public <T> Future<T> start(Callable<T> work) {
        return workers.submit(work);
    }

    /** The results in the order of what they came from; the first failure, once all have ended. */
    public <A, B> List<B> map(List<A> all, Function<A, B> work) {
        var started = all.stream().map(each -> start(() -> work.apply(each))).toList();
        var results = new ArrayList<B>();
        RuntimeException failure = null;
        for (var future : started) {
            try {
                results.add(result(future));
            } catch (RuntimeException failed) {
                failure = failure == null ? failed : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return results;
    }

    public static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
