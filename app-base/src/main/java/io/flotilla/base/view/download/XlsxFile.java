package io.flotilla.base.view.download;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import io.flotilla.base.view.format.Format;
import io.flotilla.base.view.format.NumberFormat;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A sheet as an Excel workbook. Texts are stored as texts, so none is ever taken for a formula. */
final class XlsxFile {
    private static final int MOST_LINES = 1_048_576;
    private static final int LONGEST_TEXT = 32_767;
    private static final int LONGEST_NAME = 31;

    private XlsxFile() {}

    static byte[] write(Sheet sheet) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Flotilla", "1.0")) {
            var page = book.newWorksheet(name(sheet.title()));
            for (int i = 0; i < sheet.heads().size(); i++) {
                page.value(0, i, sheet.heads().get(i).title());
                page.style(0, i).bold().set();
            }
            page.freezePane(0, 1);
            for (int row = 1; row <= sheet.lines().size() && row < MOST_LINES; row++) {
                var cells = sheet.lines().get(row - 1);
                for (int i = 0; i < cells.size(); i++) {
                    cell(page, row, i, cells.get(i), sheet.heads().get(i).format());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void cell(Worksheet page, int row, int column, Object value, Optional<NumberFormat> format) {
        if (value instanceof Number number) {
            if (Double.isFinite(number.doubleValue())) {
                page.value(row, column, number);
                format.ifPresent(how -> page.style(row, column).format(pattern(how)).set());
            }
        } else if (value instanceof LocalDate day) {
            page.value(row, column, day);
            page.style(row, column).format("yyyy-mm-dd").set();
        } else if (value instanceof LocalDateTime || value instanceof Instant) {
            page.value(row, column,
                    value instanceof Instant instant
                            ? LocalDateTime.ofInstant(instant, ZoneOffset.UTC)
                            : (LocalDateTime) value);
            page.style(row, column).format("yyyy-mm-dd hh:mm").set();
        } else if (value != null) {
            var text = Format.of(value).text(value).replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
            page.value(row, column, text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
        }
    }

    /** As Excel writes formats; what stands before and after the number is quoted there. */
    private static String pattern(NumberFormat format) {
        var digits = "#,##0" + (format.decimals() > 0 ? "." + "0".repeat(format.decimals()) : "");
        return format.scale() == 100
                ? digits + " %"
                : literal(format.before()) + digits + literal(format.after());
    }

    private static String literal(String text) {
        return text.isEmpty() ? "" : '"' + text.replace("\"", "") + '"';
    }

    /** Excel forbids some characters in the name of a sheet, and more than 31 of any. */
    private static String name(String title) {
        var name = title.replaceAll("[\\p{Cntrl}\\[\\]:*?/\\\\']", " ").strip();
        return name.isEmpty() ? "Sheet" : name.substring(0, Math.min(LONGEST_NAME, name.length())).strip();
    }
}
