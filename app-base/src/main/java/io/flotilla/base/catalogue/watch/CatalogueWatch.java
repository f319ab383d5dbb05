package io.flotilla.base.catalogue.watch;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import io.flotilla.base.catalogue.Catalogue;
import io.flotilla.base.catalogue.CatalogueReader;
import io.flotilla.base.catalogue.Problem;
import io.flotilla.base.catalogue.Reading;

/**
 * Keeps the last good catalogue of a source that may change at any time. Whoever owns it calls {@link #look} every second or
 * so; a text is taken once two looks in a row have seen it, because one look may meet a file half written.
 */
public final class CatalogueWatch {
    private final Source source;
    private final CatalogueReader reader;
    private final List<Consumer<Catalogue>> listeners = new CopyOnWriteArrayList<>();
    private Text seen;
    private Text judged;
    private volatile State state = new State(Optional.empty(), List.of());

    public CatalogueWatch(Source source, CatalogueReader reader) {
        this.source = source;
        this.reader = reader;
    }

    /** Where the catalogue is written. */
    @FunctionalInterface
    public interface Source {
        /**
         * What stands there now; empty if nothing does.
         *
         * @throws RuntimeException if nobody can tell; its message becomes the problem
         */
        Optional<Text> look();
    }

    /** @param name what problems call it; @param bytes YAML as written */
    public record Text(String name, byte[] bytes) {
        boolean same(Text other) {
            return other != null && Arrays.equals(bytes, other.bytes);
        }
    }

    /**
     * What is known now.
     *
     * @param catalogue the last good one; empty until there was one
     * @param problems  why what stands there now was not taken; empty if it was
     */
    public record State(Optional<Catalogue> catalogue, List<Problem> problems) {}

    public State state() {
        return state;
    }

    /** Called with every catalogue taken from now on, on the thread that looks. */
    public void onChange(Consumer<Catalogue> listener) {
        listeners.add(listener);
    }

    /** Two looks at once, for the start of a program. */
    public synchronized State start() {
        look();
        return look();
    }

    /** Looks once, and takes what has come to rest. */
    public synchronized State look() {
        try {
            var text = source.look();
            if (text.isEmpty()) {
                keep(new Problem("catalogue", 0, 0, "", "there is none", "post one with `deployer post`"));
            } else if (text.get().same(seen) && !text.get().same(judged)) {
                judge(text.get());
            }
            seen = text.orElse(null);
        } catch (RuntimeException e) {
            seen = null;
            keep(new Problem("catalogue", 0, 0, "", "it cannot be read: " + e.getMessage(),
                    "the last good one stays until it can"));
        }
        return state;
    }

    private void judge(Text text) {
        judged = text;
        var reading = reader.read(text.name(), text.bytes());
        if (reading instanceof Reading.Invalid invalid) {
            state = new State(state.catalogue(), invalid.problems());
        } else if (reading instanceof Reading.Valid valid) {
            state = new State(Optional.of(valid.catalogue()), List.of());
            listeners.forEach(listener -> listener.accept(valid.catalogue()));
        }
    }

    private void keep(Problem problem) {
        judged = null;
        state = new State(state.catalogue(), List.of(problem));
    }
}
