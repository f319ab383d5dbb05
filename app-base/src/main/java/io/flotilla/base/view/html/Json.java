package io.flotilla.base.view.html;

import java.util.Collection;

/** JSON in the making, for a script element: nothing in it can end the element. */
public final class Json {
    private static final double EXACT = 1e11;
    private static final int TEN_THOUSANDTHS = 10_000;

    private final StringBuilder out = new StringBuilder(1024);

    /** {@code name:} after a comma, if something stands before it. */
    public Json key(String name) {
        comma();
        return string(name).append(':');
    }

    public Json value(String text) {
        comma();
        return string(text);
    }

    public Json value(boolean truth) {
        comma();
        return append(String.valueOf(truth));
    }

    /** With four decimals at most; null for what is no number. */
    public Json value(double number) {
        comma();
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return append("null");
        }
        if (!(Math.abs(number) < EXACT)) {
            return append(String.valueOf(number));
        }
        long scaled = Math.round(Math.abs(number) * TEN_THOUSANDTHS);
        out.append(number < 0 && scaled > 0 ? "-" : "").append(scaled / TEN_THOUSANDTHS);
        int fraction = (int) (scaled % TEN_THOUSANDTHS);
        if (fraction > 0) {
            out.append('.').append(Integer.toString(TEN_THOUSANDTHS + fraction), 1, 5);
            while (out.charAt(out.length() - 1) == '0') {
                out.setLength(out.length() - 1);
            }
        }
        return this;
    }

    public Json values(double[] numbers) {
        open('[');
        for (var number : numbers) {
            value(number);
        }
        return close(']');
    }

    public Json values(Collection<String> texts) {
        open('[');
        texts.forEach(this::value);
        return close(']');
    }

    /** @param bracket an opening brace or bracket */
    public Json open(char bracket) {
        comma();
        out.append(bracket);
        return this;
    }

    public Json close(char bracket) {
        out.append(bracket);
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private void comma() {
        if (out.length() > 0 && "{[:,".indexOf(out.charAt(out.length() - 1)) < 0) {
            out.append(',');
        }
    }

    private Json append(CharSequence text) {
        out.append(text);
        return this;
    }

    private Json append(char c) {
        out.append(c);
        return this;
    }

    private Json string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029') {
                out.append("\\u%04x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        return append('"');
    }
}
