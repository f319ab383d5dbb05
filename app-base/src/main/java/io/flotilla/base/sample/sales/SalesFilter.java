package io.flotilla.base.sample.sales;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.flotilla.base.sample.sales.Order.Region;

/**
 * What part of the orders the page shows: the page's query, understood.
 *
 * @param region one region, or all
 * @param days   how many days up to the last one
 */
public record SalesFilter(Optional<Region> region, int days) {
    private static final List<Integer> CHOICES = List.of(30, 90, 365);

    /** Values that the page does not offer fall back to its defaults: a mangled link still shows something. */
    static SalesFilter of(String region, String days) {
        return new SalesFilter(region(region), days(days));
    }

    public List<Integer> choices() {
        return CHOICES;
    }

    public boolean takesRegion(Region one) {
        return region.map(one::equals).orElse(false);
    }

    boolean takes(Order order, LocalDate lastDay, int periodsAgo) {
        var end = lastDay.minusDays((long) days * periodsAgo);
        return region.map(order.region()::equals).orElse(true)
                && !order.day().isAfter(end) && order.day().isAfter(end.minusDays(days));
    }

    private static Optional<Region> region(String name) {
        try {
            return Optional.of(Region.valueOf(name.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static int days(String text) {
        return CHOICES.stream().filter(choice -> choice.toString().equals(text)).findFirst().orElse(90);
    }
}
