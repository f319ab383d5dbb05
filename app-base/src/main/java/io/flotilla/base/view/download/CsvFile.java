package io.flotilla.base.view.download;

import java.util.Optional;

import io.flotilla.base.view.format.Format;
import io.flotilla.base.view.format.NumberFormat;

/**
 * A sheet as CSV (RFC 4180, UTF-8 with a mark by which Excel knows it). A text that a spreadsheet would run as a formula
 * gets an apostrophe before it, as
 * <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP</a> advises; numbers are numbers.
 */
final class CsvFile {
    private static final String STARTS_A_FORMULA = "=+-@\t\r\n＝＋－＠";

    private CsvFile() {}

    static String write(Sheet sheet) {
        var text = new StringBuilder("\uFEFF");
        line(text, sheet.heads().stream().map(head -> quoted(harmless(head.title()))).toList());
        for (var cells : sheet.lines()) {
            var line = new java.util.ArrayList<String>(cells.size());
            for (int i = 0; i < cells.size(); i++) {
                line.add(cell(cells.get(i), sheet.heads().get(i).format()));
            }
            line(text, line);
        }
        return text.toString();
    }

    private static String cell(Object value, Optional<NumberFormat> format) {
        if (value == null) {
            return "";
        }
        if (value instanceof Number number) {
            return format.orElse(Format.number(0)).bare(number);
        }
        return value instanceof java.time.temporal.Temporal
                ? value.toString()
                : quoted(harmless(Format.of(value).text(value)));
    }

    static String harmless(String text) {
        var start = text.stripLeading();
        return !start.isEmpty() && STARTS_A_FORMULA.indexOf(start.charAt(0)) >= 0
                || !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String text) {
        return text.chars().anyMatch(c -> c == ',' || c == ';' || c == '"' || c == '\n' || c == '\r')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }

    private static void line(StringBuilder text, java.util.List<String> cells) {
        text.append(String.join(",", cells)).append("\r\n");
    }
}
