package io.flotilla.base.access.memory;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;

/** {@link LastAnswers} that outlive the process: read when it starts, kept whenever they change. */
public final class RememberedAnswers<V> implements AutoCloseable {
    private final LastAnswers<V> last;
    private final Keeping keeping;

    /**
     * Reads what was kept; blocks for that.
     *
     * @param most  how many answers are remembered; the ones that were used longest ago are forgotten
     * @param file  where they are kept
     * @param whose whose answers to whom they are: what was said by others, or to others, is not taken
     * @param read  throws {@link IllegalArgumentException} if it cannot be read
     */
    public RememberedAnswers(Question<V> question, int most, Path file, String whose, Function<V, JsonNode> write,
            Function<JsonNode, V> read) {
        var kept = new AnswerFile<>(file, whose, write, read);
        last = new LastAnswers<>(question, most, System::nanoTime, this::changed);
        keeping = new Keeping(() -> kept.write(last.all()));
        last.restore(kept.read());
    }

    private void changed() {
        keeping.changed();
    }

    /** What is known now; empty if nothing ever was. Does not block. */
    public CompletionStage<Optional<V>> get(String key) {
        return last.get(key);
    }

    @Override
    public void close() {
        keeping.close();
    }
}
