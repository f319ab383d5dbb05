package io.flotilla.base.view.source;

import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

import io.flotilla.base.view.data.Rows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;

/**
 * A database as a source of rows. Keep one in a field; at each view of the page bind what the filters say, and query:
 *
 * <pre>{@code
 * var data = sql.with("region", region.chosen()).with("from", days.from()).with("to", days.to());
 * Rows<Day> days = data.rows(Day.class, "select day, sum(cents) / 100.0 as revenue from orders
 *         where day between :from and :to and (:region is null or region = :region) group by day order by day");
 * }</pre>
 *
 * Values are bound, never written into the text, so no filter can change what a query does.
 */
public final class Sql {
    private final Jdbi jdbi;
    private final Results results;
    private final Duration timeToLive;
    private final Map<String, Object> bound;

    private Sql(Jdbi jdbi, Results results, Duration timeToLive, Map<String, Object> bound) {
        this.jdbi = jdbi;
        this.results = results;
        this.timeToLive = timeToLive;
        this.bound = bound;
    }

    public static Sql of(DataSource source) {
        var jdbi = Jdbi.create(source);
        jdbi.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
        return new Sql(jdbi, new Results(System::nanoTime), Duration.ZERO, Map.of());
    }

    /**
     * The same database, but an answer is kept that long for whoever asks the same with the same values; many who ask at
     * once are one query. At most {@value Results#MOST_ROWS} rows are kept, the last asked for.
     */
    public Sql keep(Duration time) {
        return new Sql(jdbi, results, time, bound);
    }

    /** @param value what {@code :name} stands for in the queries; an empty Optional is null */
    public Sql with(String name, Object value) {
        var more = new HashMap<>(bound);
        more.put(name, value instanceof Optional<?> maybe ? maybe.orElse(null) : value);
        return new Sql(jdbi, results, timeToLive, more);
    }

    /**
     * The answer to a query, each row as a record whose components are named as the columns are ({@code unit_price} or
     * {@code unitPrice}). The query runs when something first shows the rows.
     */
    public <T extends Record> Rows<T> rows(Class<T> type, String query) {
        if (timeToLive.isZero()) {
            return Rows.from(() -> ask(type, query));
        }
        return Rows.from(() -> results.get(List.of(type, query, bound), timeToLive, () -> ask(type, query)));
    }

    private <T extends Record> List<T> ask(Class<T> type, String query) {
        return jdbi.withHandle(handle -> {
            var statement = handle.createQuery(query);
            for (var one : forms(handle).entrySet()) {
                statement.bind(one.getKey(), one.getValue());
            }
            return statement.scanResultSet((answer, context) -> read(answer.get(), RecordReader.of(type)));
        });
    }

    private static <T extends Record> List<T> read(java.sql.ResultSet answer, RecordReader<T> reader)
            throws SQLException {
        var names = new ArrayList<String>();
        for (int i = 1; i <= answer.getMetaData().getColumnCount(); i++) {
            names.add(answer.getMetaData().getColumnLabel(i));
        }
        var columns = reader.columns(names);
        var rows = new ArrayList<T>();
        var cells = new ArrayList<Object>(names);
        while (answer.next()) {
            for (int i = 0; i < cells.size(); i++) {
                cells.set(i, answer.getObject(i + 1));
            }
            rows.add(columns.read(cells, "row " + (rows.size() + 1)));
        }
        return List.copyOf(rows);
    }

    /** SQLite has no type for dates: it is given the text that dates are kept as there. */
    private Map<String, Object> forms(Handle handle) {
        try {
            if (!handle.getConnection().getMetaData().getDatabaseProductName().equals("SQLite")) {
                return bound;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not say what it is: " + e.getMessage(), e);
        }
        var forms = new HashMap<>(bound);
        forms.replaceAll((name, value) -> value instanceof Temporal ? value.toString() : value);
        return forms;
    }
}
