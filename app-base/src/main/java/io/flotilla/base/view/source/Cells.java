package io.flotilla.base.view.source;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads what a database or a file gives as the type that a record wants. */
final class Cells {
    private static final Map<Class<?>, Function<String, ?>> READERS = Map.ofEntries(
            Map.entry(String.class, text -> text),
            Map.entry(int.class, text -> new BigDecimal(text).intValueExact()),
            Map.entry(Integer.class, text -> new BigDecimal(text).intValueExact()),
            Map.entry(long.class, text -> new BigDecimal(text).longValueExact()),
            Map.entry(Long.class, text -> new BigDecimal(text).longValueExact()),
            Map.entry(double.class, Double::valueOf),
            Map.entry(Double.class, Double::valueOf),
            Map.entry(BigDecimal.class, BigDecimal::new),
            Map.entry(boolean.class, Cells::truth),
            Map.entry(Boolean.class, Cells::truth),
            Map.entry(LocalDate.class, text -> LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text)),
            Map.entry(LocalDateTime.class, text -> LocalDateTime.parse(text.replace(' ', 'T'))),
            Map.entry(LocalTime.class, LocalTime::parse),
            Map.entry(YearMonth.class, YearMonth::parse),
            Map.entry(Instant.class, Instant::parse));

    private Cells() {}

    /** @throws IllegalArgumentException says what is not what */
    static Object as(Class<?> type, Object cell) {
        if (cell == null || type != String.class && cell instanceof String text && text.isBlank()) {
            return none(type);
        }
        if (type.isInstance(cell)) {
            return cell;
        }
        if (cell instanceof Number number) {
            if (type == double.class || type == Double.class) {
                return number.doubleValue();
            }
            if ((type == int.class || type == Integer.class) && number.longValue() == number.intValue()) {
                return number.intValue();
            }
            if (type == long.class || type == Long.class) {
                return number.longValue();
            }
        }
        if (cell instanceof java.sql.Timestamp time) {
            return type == Instant.class ? time.toInstant() : as(type, time.toLocalDateTime().toString());
        }
        return parsed(type, cell.toString());
    }

    private static Object parsed(Class<?> type, String text) {
        try {
            if (type.isEnum()) {
                return constant(type, text);
            }
            var reader = READERS.get(type);
            if (reader == null) {
                throw new IllegalArgumentException("a record's component cannot be a " + type.getSimpleName()
                        + " here; map the rows to a record of your own");
            }
            return reader.apply(text);
        } catch (NumberFormatException | ArithmeticException | DateTimeException e) {
            throw new IllegalArgumentException("`%s` is not a %s".formatted(text, type.getSimpleName()), e);
        }
    }

    private static Object none(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        if (type == double.class) {
            return Double.NaN;
        }
        if (type.isPrimitive()) {
            throw new IllegalArgumentException(
                    "is empty, which a %s cannot be; declare it as %s".formatted(type, type == int.class
                            ? "Integer"
                            : "Long"));
        }
        return null;
    }

    private static Object constant(Class<?> type, String text) {
        var wanted = text.strip().replace(' ', '_').toUpperCase(Locale.ROOT);
        return Stream.of(type.getEnumConstants()).filter(one -> ((Enum<?>) one).name().equals(wanted)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "`%s` is none of %s".formatted(text, java.util.Arrays.toString(type.getEnumConstants()))));
    }

    private static boolean truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "1", "true", "t", "yes", "y" -> true;
            case "0", "false", "f", "no", "n" -> false;
            default -> throw new IllegalArgumentException("`%s` is neither true nor false".formatted(text));
        };
    }
}
