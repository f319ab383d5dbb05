package io.flotilla.base.view.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.flotilla.base.view.data.Rows;

/** CSV files (RFC 4180, UTF-8, comma or semicolon) as rows. */
public final class Csv<T extends Record> implements Supplier<List<T>> {
    private final Path file;
    private final RecordReader<T> reader;
    private Reading<T> last;

    private record Reading<T>(FileTime time, long size, List<T> rows) {}

    private Csv(Path file, RecordReader<T> reader) {
        this.file = file;
        this.reader = reader;
    }

    /**
     * Each line as a record. The first line names the columns as the record names its components, whatever the case:
     * {@code unit_price} or {@code Unit price} for {@code unitPrice}. The file is read when something first shows its rows,
     * and again once its time or size has changed.
     */
    public static <T extends Record> Rows<T> rows(Path file, Class<T> type) {
        return Rows.from(new Csv<>(file, RecordReader.of(type)));
    }

    /** @throws IllegalArgumentException says which line and column cannot be read, and why */
    @Override
    public synchronized List<T> get() {
        try {
            var time = Files.getLastModifiedTime(file);
            var size = Files.size(file);
            if (last == null || !last.time.equals(time) || last.size != size) {
                last = new Reading<>(time, size, parse(CsvText.parse(Files.readString(file))));
            }
            return last.rows;
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read: %s".formatted(file.toAbsolutePath(), e), e);
        }
    }

    private List<T> parse(List<CsvText.Line> lines) {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("%s is empty: its first line must name the columns".formatted(file));
        }
        var heads = lines.get(0).cells();
        var rows = new ArrayList<T>(lines.size());
        try {
            var columns = reader.columns(heads);
            for (var line : lines.subList(1, lines.size())) {
                rows.add(columns.read(line.cells(), "line " + line.number()));
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("%s, %s".formatted(file, e.getMessage()), e);
        }
        return List.copyOf(rows);
    }
}
