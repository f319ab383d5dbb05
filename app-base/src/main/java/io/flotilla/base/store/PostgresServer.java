package io.flotilla.base.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;

/**
 * A PostgreSQL database that several machines share. Every program lives in a schema of its own, so that programs whose
 * migrations know nothing of one another can share one database.
 */
record PostgresServer(String jdbcUrl, Optional<String> user, Optional<String> password, String schema)
        implements
            Database {
    /**
     * Whatever the server's own defaults are: acknowledged means on disk, and the lock of a writer that vanished mid-write is
     * free after 30 seconds, before those that wait for it give up after a minute.
     */
    private static final String SESSION = "-c%20synchronous_commit%3Don"
            + "%20-c%20idle_in_transaction_session_timeout%3D30s%20-c%20lock_timeout%3D60s";
    /** In seconds, of one statement: longer than any wait for a lock, and enough for a migration's. */
    private static final String LONGEST_SILENCE = "300";

    private static final String SHAPE = "postgresql://user:password@host:5432/database";

    static PostgresServer parse(String url, String schema) {
        URI uri = uri(url);
        Map<String, String> options = options(uri.getRawQuery());
        String[] login = uri.getRawUserInfo() == null ? new String[0] : uri.getRawUserInfo().split(":", 2);
        Optional<String> user = Optional.ofNullable(options.remove("user"));
        Optional<String> password = Optional.ofNullable(options.remove("password"));
        options.putIfAbsent("currentSchema", schema);
        options.putIfAbsent("options", SESSION);
        options.putIfAbsent("connectTimeout", "10");
        options.putIfAbsent("socketTimeout", LONGEST_SILENCE);
        options.putIfAbsent("tcpKeepAlive", "true");
        int port = uri.getPort() < 0 ? 5432 : uri.getPort();
        String query = options.entrySet().stream().map(option -> option.getKey() + "=" + option.getValue())
                .collect(Collectors.joining("&"));
        return new PostgresServer("jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getRawPath() + "?" + query,
                login.length > 0 ? Optional.of(decoded(login[0])) : user.map(PostgresServer::decoded),
                login.length > 1 ? Optional.of(decoded(login[1])) : password.map(PostgresServer::decoded),
                decoded(options.get("currentSchema")));
    }

    private static URI uri(String url) {
        try {
            URI uri = new URI(url);
            boolean named = uri.getHost() != null && uri.getRawPath() != null && uri.getRawPath().length() > 1;
            if (named && uri.getRawPath().indexOf('/', 1) < 0) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Its message repeats the whole URL, password and all.
        }
        throw new IllegalArgumentException(
                "flotilla.database is not of the shape " + SHAPE + " (characters such as @ / : ? # %"
                        + " in a user's name or password are written in percent form, %40 for @)");
    }

    private static Map<String, String> options(String query) {
        Map<String, String> options = new TreeMap<>();
        if (query != null && !query.isEmpty()) {
            Arrays.stream(query.split("&")).map(option -> option.split("=", 2))
                    .forEach(option -> options.put(option[0], option.length > 1 ? option[1] : ""));
        }
        return options;
    }

    /** In a URL's login a plus is a plus. */
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    }

    @Override
    public Map<String, String> environment() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("QUARKUS_DATASOURCE_PG_ACTIVE", "true");
        settings.put("QUARKUS_DATASOURCE_PG_JDBC_URL", jdbcUrl);
        settings.put("QUARKUS_FLYWAY_PG_SCHEMAS", schema);
        user.ifPresent(name -> settings.put("QUARKUS_DATASOURCE_PG_USERNAME", name));
        password.ifPresent(secret -> settings.put("QUARKUS_DATASOURCE_PG_PASSWORD", secret));
        return settings;
    }

    @Override
    public <T, X extends Exception> T read(Handle handle, HandleCallback<T, X> queries) throws X {
        return handle.inTransaction(reading -> {
            reading.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            return queries.withHandle(reading);
        });
    }

    /**
     * Writers take turns, as in SQLite: what one has read is still true when it writes, so no transaction fails because of
     * another and none needs to be tried again. The lock ends with the transaction, or with the connection.
     */
    @Override
    public <T, X extends Exception> T write(Handle handle, HandleCallback<T, X> statements) throws X {
        return handle.inTransaction(writing -> {
            writing.execute("SELECT pg_advisory_xact_lock(hashtext('flotilla write'), hashtext(current_schema()))");
            return statements.withHandle(writing);
        });
    }

    @Override
    public void migrate(DataSource source, Runnable migrations) {
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("SET lock_timeout = 0");
            statement.execute(
                    "SELECT pg_advisory_lock(hashtext('flotilla migrate'), hashtext('" + schema.replace("'", "''")
                            + "'))");
            try {
                migrations.run();
            } finally {
                statement.execute("SELECT pg_advisory_unlock_all()");
                statement.execute("RESET lock_timeout");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return jdbcUrl.replaceFirst("\\?.*", "") + " as " + user.orElse("nobody in particular");
    }
}
