package io.flotilla.base.view.format;

import java.math.BigDecimal;
import java.math.RoundingMode;

import io.flotilla.base.page.Formats;

/**
 * Numbers.
 *
 * @param before   what stands before it, such as {@code $}
 * @param after    what stands after it, such as {@code " km"}
 * @param decimals after the point
 * @param scale    what it is multiplied by: 100 for percent
 * @param compact  whether large ones are shortened to {@code 12.3k}
 */
public record NumberFormat(String before, String after, int decimals, double scale,
        boolean compact) implements Format {
    private static final long[] TENS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};
    private static final double LARGEST = 1e15;
    static final NumberFormat WHOLE = Format.number(0);
    static final NumberFormat FRACTION = Format.number(2);

    public NumberFormat {
        if (decimals < 0 || decimals >= TENS.length) {
            throw new IllegalArgumentException("decimals are 0 to %d, not %d".formatted(TENS.length - 1, decimals));
        }
    }

    /** The same, shortened where it is large: {@code $1.2M}. */
    public NumberFormat shortened() {
        return new NumberFormat(before, after, decimals, scale, true);
    }

    @Override
    public String text(Object value) {
        if (!(value instanceof Number number) || Double.isNaN(number.doubleValue())) {
            return value == null || value instanceof Number ? PlainFormat.NOTHING : value.toString();
        }
        double scaled = number.doubleValue() * scale;
        var digits = compact && Math.abs(scaled) >= 9_999.5 ? Formats.compact(scaled) : grouped(scaled);
        return digits.startsWith("-") ? "-" + before + digits.substring(1) + after : before + digits + after;
    }

    /** With as many decimals as say something: {@code 1,234}, {@code 12.5}. */
    public static String sensible(double value) {
        return (value == Math.rint(value) || Math.abs(value) >= 1_000 ? WHOLE : FRACTION).text(value);
    }

    @Override
    public boolean isNumber() {
        return true;
    }

    /** As a file says it: rounded as it is shown, without groups and signs of money. */
    public String bare(Number value) {
        double scaled = value.doubleValue() * scale;
        if (Double.isNaN(scaled) || Double.isInfinite(scaled)) {
            return "";
        }
        return BigDecimal.valueOf(scaled).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }

    /** By hand: {@code String.format} would be half of what a table costs. */
    private String grouped(double scaled) {
        if (!(Math.abs(scaled) < LARGEST / TENS[decimals])) {
            return Double.isInfinite(scaled) ? (scaled > 0 ? "∞" : "-∞") : Formats.decimals(scaled, decimals);
        }
        long all = Math.round(Math.abs(scaled) * TENS[decimals]);
        var text = new StringBuilder(24);
        if (scaled < 0 && all > 0) {
            text.append('-');
        }
        group(text, all / TENS[decimals]);
        if (decimals > 0) {
            var fraction = Long.toString(all % TENS[decimals]);
            text.append('.').append("0".repeat(decimals - fraction.length())).append(fraction);
        }
        return text.toString();
    }

    private static void group(StringBuilder text, long whole) {
        var digits = Long.toString(whole);
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                text.append(',');
            }
            text.append(digits.charAt(i));
        }
    }
}
