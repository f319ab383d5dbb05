package io.flotilla.base.catalogue.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.flotilla.base.catalogue.Problem;

/** Gathers mistakes in the order of the file. More than a person can read are counted instead of kept. */
final class Problems {
    private static final int MOST = 500;

    private final String file;
    private final List<Problem> kept = new ArrayList<>();
    private int more;

    Problems(String file) {
        this.file = file;
    }

    void add(Item.Place place, String message, String fix) {
        if (kept.size() >= MOST) {
            more++;
            return;
        }
        addAnyway(place, message, fix);
    }

    /** Of those that end the reading: they are listed after however many others. */
    void addAnyway(Item.Place place, String message, String fix) {
        kept.add(new Problem(file, place.line(), place.column(), place.path(), Excerpt.line(message),
                Excerpt.line(fix)));
    }

    void addWhole(String message, String fix) {
        kept.add(new Problem(file, 0, 0, "", Excerpt.line(message), Excerpt.line(fix)));
    }

    /** Whether further mistakes are only counted, so that no one need think about how to mend them. */
    boolean full() {
        return kept.size() >= MOST;
    }

    boolean none() {
        return kept.isEmpty();
    }

    List<Problem> inOrder() {
        var all = new ArrayList<>(kept);
        all.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
        if (more > 0) {
            all.add(new Problem(file, 0, 0, "", "%d more mistakes are not listed".formatted(more), "mend these first"));
        }
        return List.copyOf(all);
    }
}
