package io.flotilla.base.view.html;

/** HTML in the making. Whatever is not literally in the source goes through {@link #text} or {@link #attribute}, which escape. */
public final class Html {
    private final StringBuilder out;

    public Html() {
        this(1024);
    }

    public Html(int capacity) {
        out = new StringBuilder(capacity);
    }

    /** Mark-up from the source code, or what another {@code Html} has made; never a value. */
    public Html raw(String markup) {
        out.append(markup);
        return this;
    }

    public Html raw(Html other) {
        out.append(other.out);
        return this;
    }

    /** A value, as text. */
    public Html text(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
        return this;
    }

    public Html text(long value) {
        out.append(value);
        return this;
    }

    /** {@code name="value"} with a blank before it. */
    public Html attribute(String name, String value) {
        out.append(' ').append(name).append("=\"");
        return text(value).raw("\"");
    }

    public int length() {
        return out.length();
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
