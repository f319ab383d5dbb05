package io.flotilla.monitor.status.feed;

/** Text as XML 1.0 takes it, between tags and in attributes. */
final class Xml {
    private Xml() {}

    static String text(String plain) {
        var xml = new StringBuilder();
        plain.codePoints().forEach(point -> {
            switch (point) {
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '&' -> xml.append("&amp;");
                case '"' -> xml.append("&quot;");
                default -> {
                    if (point >= 0x20 && point != 0xFFFE && point != 0xFFFF && !(point >= 0xD800 && point < 0xE000)) {
                        xml.appendCodePoint(point);
                    } else {
                        xml.append(' ');
                    }
                }
            }
        });
        return xml.toString();
    }
}
