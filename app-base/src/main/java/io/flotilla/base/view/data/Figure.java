package io.flotilla.base.view.data;

import java.util.function.DoubleSupplier;

/** One number, worked out when it is first shown and never twice. NaN stands for "there is none". */
public final class Figure implements DoubleSupplier {
    private final DoubleSupplier source;
    private Double value;

    private Figure(DoubleSupplier source) {
        this.source = source;
    }

    public static Figure of(double value) {
        return new Figure(() -> value);
    }

    /** @param source may be slow and may fail: only the part that shows the figure waits, and says so */
    public static Figure of(DoubleSupplier source) {
        return new Figure(source);
    }

    @Override
    public synchronized double getAsDouble() {
        if (value == null) {
            value = source.getAsDouble();
        }
        return value;
    }

    /** This many for each one of the other: revenue per order. NaN if there are none of the other. */
    public Figure per(Figure other) {
        return of(() -> other.getAsDouble() == 0 ? Double.NaN : getAsDouble() / other.getAsDouble());
    }

    public Figure plus(Figure other) {
        return of(() -> getAsDouble() + other.getAsDouble());
    }

    public Figure minus(Figure other) {
        return of(() -> getAsDouble() - other.getAsDouble());
    }

    public Figure times(double factor) {
        return of(() -> getAsDouble() * factor);
    }
}
