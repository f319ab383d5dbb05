package io.flotilla.base.view.render;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.flotilla.base.view.Columns;
import io.flotilla.base.view.Part;
import io.flotilla.base.view.Tabs;
import io.flotilla.base.view.View;
import io.flotilla.base.view.filter.Parameters;
import io.flotilla.base.view.format.Slug;

/** What the parts of a view are called: by their titles, and by number where titles are the same. */
final class Ids {
    private Ids() {}

    static String of(Part part) {
        return Slug.of(part.title(), "untitled");
    }

    /** The part that is called so among those that are seen; names are given in the order in which parts are drawn. */
    static Optional<Part> find(View view, Parameters parameters, String id) {
        var seen = new ArrayList<Part>();
        view.rows().forEach(row -> row.forEach(part -> gather(part, parameters, seen)));
        Set<String> taken = new HashSet<>();
        for (var part : seen) {
            var wanted = of(part);
            var own = wanted;
            for (int i = 2; !taken.add(own); i++) {
                own = wanted + "-" + i;
            }
            if (own.equals(id)) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    static Tabs.Tab chosen(Tabs tabs, String name, Parameters parameters) {
        var wanted = parameters.last(name + ".tab").orElse("");
        return tabs.tabs().stream().filter(tab -> Slug.of(tab.title(), "tab").equals(wanted)).findFirst()
                .orElse(tabs.tabs().get(0));
    }

    private static void gather(Part part, Parameters parameters, List<Part> seen) {
        if (part instanceof Part.Slow slow) {
            gather(slow.part(), parameters, seen);
        } else if (part instanceof Columns columns) {
            columns.columns().forEach(column -> column.parts().forEach(one -> gather(one, parameters, seen)));
        } else if (part instanceof Tabs tabs) {
            chosen(tabs, Slug.of(tabs.title(), "tabs"), parameters).parts()
                    .forEach(one -> gather(one, parameters, seen));
        } else {
            seen.add(part);
        }
    }
}
