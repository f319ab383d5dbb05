package io.flotilla.base.sample.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.flotilla.base.view.source.Sql;

/**
 * The rows of a sample: a SQLite file that is filled when the sample is first looked at, from chance that is the same for
 * everyone on the same day. It takes a second and ends with the program.
 */
public final class SampleData {
    /** Nothing changes in a sample until the next day. */
    private static final Duration TIME_TO_LIVE = Duration.ofMinutes(10);
    private static final int READERS = 4;
    private static final int BATCH = 5_000;

    private final List<String> schema;
    private final Filling filling;
    private Sql sql;

    /** Writes the rows. */
    public interface Filling {
        void fill(Connection connection) throws SQLException;
    }

    public SampleData(List<String> schema, Filling filling) {
        this.schema = schema;
        this.filling = filling;
    }

    public synchronized Sql sql() {
        if (sql == null) {
            sql = Sql.of(filled()).keep(TIME_TO_LIVE);
        }
        return sql;
    }

    /** Inserts rows as fast as a file takes them. */
    public static final class Inserts implements AutoCloseable {
        private final java.sql.PreparedStatement statement;
        private int waiting;

        public Inserts(Connection connection, String insert) throws SQLException {
            statement = connection.prepareStatement(insert);
        }

        public void add(Object... values) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.addBatch();
            if (++waiting % BATCH == 0) {
                statement.executeBatch();
            }
        }

        @Override
        public void close() throws SQLException {
            statement.executeBatch();
            statement.close();
        }
    }

    private AgroalDataSource filled() {
        try {
            var file = Files.createTempFile("flotilla-sample-", ".db");
            file.toFile().deleteOnExit();
            var source = open(file);
            try (var connection = source.getConnection(); var statement = connection.createStatement()) {
                // The file is no loss: it is made again at the next start.
                statement.execute("PRAGMA journal_mode = OFF");
                statement.execute("PRAGMA synchronous = OFF");
                connection.setAutoCommit(false);
                for (var definition : schema) {
                    statement.execute(definition);
                }
                filling.fill(connection);
                connection.commit();
            }
            return source;
        } catch (IOException e) {
            throw new UncheckedIOException("the sample's file cannot be made: " + e, e);
        } catch (SQLException e) {
            throw new IllegalStateException("the sample's file cannot be filled: " + e.getMessage(), e);
        }
    }

    private static AgroalDataSource open(Path file) throws SQLException {
        return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(READERS)
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl("jdbc:sqlite:" + file)
                                .connectionProviderClass(org.sqlite.JDBC.class))));
    }
}
