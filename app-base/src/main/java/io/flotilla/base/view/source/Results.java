package io.flotilla.base.view.source;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import io.flotilla.base.view.data.Kept;

/** The answers of queries that were asked lately, bounded by what they hold. */
final class Results {
    static final int MOST_ROWS = 200_000;
    private static final int MOST_ANSWERS = 500;

    private final LongSupplier clock;
    private final Map<Object, Answer> answers = new LinkedHashMap<>(16, 0.75f, true);
    private long held;

    private static final class Answer {
        private Kept<List<?>> kept;
        private int size;
    }

    Results(LongSupplier clock) {
        this.clock = clock;
    }

    /** @param key what is asked, with its values; decides the type of the answer */
    @SuppressWarnings("unchecked")
    <T> List<T> get(Object key, Duration timeToLive, Supplier<List<T>> query) {
        Answer answer;
        synchronized (this) {
            answer = answers.get(key);
            if (answer == null) {
                answer = new Answer();
                answer.kept = new Kept<>(query, timeToLive, clock);
                answers.put(key, answer);
            }
        }
        var rows = answer.kept.get();
        weigh(key, answer, rows.size());
        return (List<T>) rows;
    }

    private synchronized void weigh(Object key, Answer answer, int size) {
        if (answers.get(key) == answer) {
            held += size - answer.size;
            answer.size = size;
        }
        var eldest = answers.entrySet().iterator();
        while ((held > MOST_ROWS || answers.size() > MOST_ANSWERS) && eldest.hasNext()) {
            held -= eldest.next().getValue().size;
            eldest.remove();
        }
    }

    synchronized int size() {
        return answers.size();
    }
}
