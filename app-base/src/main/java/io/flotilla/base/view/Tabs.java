package io.flotilla.base.view;

import java.util.ArrayList;
import java.util.List;

/** Parts of which one group is seen at a time; what is not seen is not fetched. */
public record Tabs(String title, List<Tab> tabs) implements Part {

    /** @param title what a person chooses it by */
    public record Tab(String title, List<Part> parts) {}

    /** @param title what is chosen between, for those who cannot see it; names the parameter too */
    public static Tabs of(String title) {
        return new Tabs(title, List.of());
    }

    /** One more tab, to the right; the first is seen first. Its parts stand below each other. */
    public Tabs tab(String name, Part... parts) {
        var more = new ArrayList<>(tabs);
        more.add(new Tab(name, List.of(parts)));
        return new Tabs(title, List.copyOf(more));
    }
}
