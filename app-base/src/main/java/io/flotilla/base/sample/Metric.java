package io.flotilla.base.sample;

/**
 * One number that matters, with how it moved.
 *
 * @param label  what it counts
 * @param value  as a person reads it
 * @param change against the period before: 0.04 is 4 % more
 * @param better whether the change is a good one
 * @param since  what it is compared with
 */
public record Metric(String label, String value, double change, boolean better, String since) {

    /** A metric of which more is better. */
    public static Metric rising(String label, String value, double now, double before, String since) {
        return new Metric(label, value, change(now, before), now >= before, since);
    }

    /** A metric of which less is better. */
    public static Metric falling(String label, String value, double now, double before, String since) {
        return new Metric(label, value, change(now, before), now <= before, since);
    }

    public boolean up() {
        return change >= 0;
    }

    /** {@code 4.2 %}, without its sign: a word says the direction. */
    public String percent() {
        return "%.1f %%".formatted(Math.abs(change) * 100);
    }

    private static double change(double now, double before) {
        return before == 0 ? 0 : now / before - 1;
    }
}
