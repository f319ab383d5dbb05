package io.flotilla.base.catalogue.watch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private final Set<Consumer<Catalogue>> behind = new LinkedHashSet<>();
    private Text seen;
    private Text judged;
    private List<Problem> mistakes = List.of();
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

        /** What to do if nothing stands there. */
        default String advice() {
            return "write one";
        }
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
     * @param problems  why what stands there now was not taken, or is not followed everywhere yet; empty if all is well
     */
    public record State(Optional<Catalogue> catalogue, List<Problem> problems) {}

    public State state() {
        return state;
    }

    /**
     * Called with every catalogue taken from now on, on the thread that looks. A listener that throws is called again with
     * every look until it does not.
     */
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
        var good = state.catalogue();
        try {
            var text = source.look();
            if (text.isEmpty()) {
                keep("there is none", source.advice());
            } else if (text.get().same(seen) && !text.get().same(judged)) {
                good = judge(text.get()).or(state::catalogue);
            }
            seen = text.orElse(null);
        } catch (Throwable e) {
            // An Error too: no text that somebody posts may silence whoever watches it.
            seen = null;
            keep("it cannot be read: " + sentence(e),
                    "the last good one stays until it can");
        }
        var problems = new ArrayList<>(mistakes);
        good.ifPresent(catalogue -> problems.addAll(tell(catalogue)));
        state = new State(good, List.copyOf(problems));
        return state;
    }

    /** The catalogue, if the text is one. */
    private Optional<Catalogue> judge(Text text) {
        var reading = reader.read(text.name(), text.bytes());
        judged = text;
        if (reading instanceof Reading.Invalid invalid) {
            mistakes = invalid.problems();
            return Optional.empty();
        }
        mistakes = List.of();
        var catalogue = ((Reading.Valid) reading).catalogue();
        state = new State(Optional.of(catalogue), List.of());
        behind.addAll(listeners);
        return state.catalogue();
    }

    /** Whoever has not followed the catalogue yet is told of it; why somebody still does not is the answer. */
    private List<Problem> tell(Catalogue catalogue) {
        var problems = new ArrayList<Problem>();
        for (var listener : List.copyOf(behind)) {
            try {
                listener.accept(catalogue);
                behind.remove(listener);
            } catch (Throwable e) {
                problems.add(new Problem("catalogue", 0, 0, "", "it is taken, but not followed everywhere yet: "
                        + sentence(e), "this is tried again until it works"));
            }
        }
        return problems;
    }

    private static String sentence(Throwable e) {
        return String.valueOf(e.getMessage() == null ? e : e.getMessage()).replaceAll("\\p{Cntrl}+", " ");
    }

    private void keep(String message, String fix) {
        judged = null;
        mistakes = List.of(new Problem("catalogue", 0, 0, "", message, fix));
    }
}
