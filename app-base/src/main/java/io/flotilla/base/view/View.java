package io.flotilla.base.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.flotilla.base.view.filter.Filter;

/**
 * A dashboard, as a REST resource returns it:
 *
 * <pre>{@code
 * @GET
 * public View show(Query query) {
 *     var region = query.select("Region", orders.distinct(Order::region));
 *     var shown = orders.where(Order::region, region);
 *     return View.of("Orders", region)
 *             .add(Metric.of("Revenue", shown.sum(Order::revenue)), Metric.of("Orders", shown.count()))
 *             .add(Chart.line("Revenue by day", shown.by(Order::day).sum(Order::revenue)))
 *             .add(Table.of("Orders", shown));
 * }
 * }</pre>
 *
 * The address says what its filters, tables and tabs show, so every state has a link. A view is made anew for each request
 * and changes nothing; {@code docs/dashboards.md} begins at the beginning.
 *
 * @param lead    a line under the title; empty if there is none
 * @param rows    from top to bottom; the parts of one row stand beside each other
 * @param refresh how often the page asks for news while somebody looks at it
 * @param pages   the app's other pages: titles and their paths inside the app
 */
public record View(String title, String lead, List<Filter> filters, List<List<Part>> rows, Optional<Duration> refresh,
        Map<String, String> pages) {

    /** @param filters in the order in which they stand on the page */
    public static View of(String title, Filter... filters) {
        return new View(title, "", List.of(filters), List.of(), Optional.empty(), Map.of());
    }

    /** A line under the title. */
    public View lead(String line) {
        return new View(title, line, filters, rows, refresh, pages);
    }

    /** One more row: parts beside each other, as wide as each other; on a phone they stand below each other. */
    public View add(Part... parts) {
        var more = new ArrayList<>(rows);
        more.add(List.of(parts));
        return new View(title, lead, filters, List.copyOf(more), refresh, pages);
    }

    /**
     * Asks for news this often, and not at all while the page's tab is hidden.
     *
     * @throws IllegalArgumentException if it is shorter than a second
     */
    public View refresh(Duration every) {
        if (every.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("a view refreshes at most once a second, not every " + every);
        }
        return new View(title, lead, filters, rows, Optional.of(every), pages);
    }

    /** Another page of the app, for the header. */
    public View page(String name, String path) {
        var more = new LinkedHashMap<>(pages);
        more.put(name, path);
        return new View(title, lead, filters, rows, refresh, more);
    }
}
