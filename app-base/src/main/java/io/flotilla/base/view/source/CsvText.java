package io.flotilla.base.view.source;

import java.util.ArrayList;
import java.util.List;

/** Splits CSV (RFC 4180) into cells. The separator is the semicolon if the first line has one and no comma. */
final class CsvText {
    private final String text;
    private final char separator;
    private int at;
    private int line = 1;

    /** @param number where it begins, the file's first line being 1 */
    record Line(int number, List<String> cells) {}

    private CsvText(String text) {
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        var head = this.text.lines().findFirst().orElse("");
        this.separator = head.indexOf(';') >= 0 && head.indexOf(',') < 0 ? ';' : ',';
    }

    /** @return the lines that hold anything */
    static List<Line> parse(String text) {
        return new CsvText(text).lines();
    }

    private List<Line> lines() {
        var lines = new ArrayList<Line>();
        while (at < text.length()) {
            var one = new Line(line, cells());
            if (one.cells.size() > 1 || !one.cells.get(0).isBlank()) {
                lines.add(one);
            }
        }
        return lines;
    }

    private List<String> cells() {
        var cells = new ArrayList<String>();
        cells.add(cell());
        while (at < text.length() && text.charAt(at) == separator) {
            at++;
            cells.add(cell());
        }
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
        line++;
        return cells;
    }

    private String cell() {
        if (at < text.length() && text.charAt(at) == '"') {
            return quoted();
        }
        int start = at;
        while (at < text.length() && !endsCell(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at).strip();
    }

    private boolean endsCell(char c) {
        return c == separator || c == '\n' || c == '\r';
    }

    private String quoted() {
        var cell = new StringBuilder();
        int began = line;
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                if (at + 1 >= text.length() || text.charAt(at + 1) != '"') {
                    at++;
                    skipToEnd(began);
                    return cell.toString();
                }
                at++;
            } else if (c == '\n') {
                line++;
            }
            cell.append(c);
        }
        throw new IllegalArgumentException("line %d: a quotation mark is opened and never closed".formatted(began));
    }

    private void skipToEnd(int began) {
        if (at < text.length() && !endsCell(text.charAt(at))) {
            throw new IllegalArgumentException(
                    "line %d: `%s` stands after a closing quotation mark; write a quotation mark inside a cell twice"
                            .formatted(began, text.charAt(at)));
        }
    }
}
