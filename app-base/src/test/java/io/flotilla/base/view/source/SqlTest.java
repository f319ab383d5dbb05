package io.flotilla.base.view.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

class SqlTest {
    private static final String QUERY = "select day, region, sum(cents) as total_cents from orders "
            + "where day >= :from and (:region is null or region = :region) group by day, region order by day, region";
    private final SQLiteDataSource source = new SQLiteDataSource();
    @TempDir
    Path folder;

    record Day(LocalDate day, String region, long totalCents) {}

    @BeforeEach
    void fill() throws SQLException {
        source.setUrl("jdbc:sqlite:" + folder.resolve("orders.db"));
        execute("create table orders (day text, region text, cents integer)");
        execute("insert into orders values ('2026-01-01', 'North', 1), ('2026-01-02', 'North', 2), ('2026-01-02', 'South', 3)");
    }

    @Test
    void rowsAreTypedAndValuesBound() {
        var sql = Sql.of(source).with("from", LocalDate.parse("2026-01-02"));
        assertEquals(
                List.of(new Day(LocalDate.parse("2026-01-02"), "North", 2),
                        new Day(LocalDate.parse("2026-01-02"), "South", 3)),
                sql.with("region", Optional.empty()).rows(Day.class, QUERY).list());
        assertEquals(1, sql.with("region", "South").rows(Day.class, QUERY).list().size());
        assertEquals(0, sql.with("region", "South' or 1 = 1 --").rows(Day.class, QUERY).list().size());
    }

    @Test
    void anAnswerIsKeptForThoseWhoAskTheSame() throws SQLException {
        var kept = Sql.of(source).keep(Duration.ofHours(1)).with("from", LocalDate.parse("2026-01-01"));
        assertEquals(3, kept.with("region", null).rows(Day.class, QUERY).list().size());
        execute("delete from orders where region = 'South'");
        assertEquals(3, kept.with("region", null).rows(Day.class, QUERY).list().size());
        assertEquals(2, kept.with("region", "North").rows(Day.class, QUERY).list().size());
        assertEquals(2,
                Sql.of(source).with("from", "2026-01-01").with("region", null).rows(Day.class, QUERY).list().size());
    }

    @Test
    void aQueryThatIsWrongFailsWhenItIsShown() {
        var rows = Sql.of(source).rows(Day.class, "select nothing from nowhere");
        assertThrows(RuntimeException.class, rows::list);
    }

    private void execute(String statement) throws SQLException {
        try (var connection = source.getConnection(); var running = connection.createStatement()) {
            running.execute(statement);
        }
    }
}
