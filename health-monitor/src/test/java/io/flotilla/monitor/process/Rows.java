package io.flotilla.monitor.process;

import java.nio.file.Path;

import org.jdbi.v3.core.Jdbi;

/** The database of packaged monitors, read from outside. */
record Rows(Jdbi database) {

    static Rows sqlite(Path file) {
        return new Rows(Jdbi.create("jdbc:sqlite:" + file + "?busy_timeout=30000"));
    }

    int count(String from) {
        return (int) number("SELECT count(*) FROM " + from);
    }

    long number(String sql) {
        return database.withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    /** How many lines about outages have been taken by the mail server. */
    int told() {
        return count("notice_line l JOIN notice n ON n.id = l.notice WHERE n.state = 'SENT'");
    }
}
