package io.flotilla.base.page.error;

import java.security.SecureRandom;
import java.util.Locale;

import org.jboss.logging.Logger;

/** Writes a program's own failures to the log, under an id that the person is shown. */
public final class FailureLog {
    private static final Logger LOG = Logger.getLogger(FailureLog.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private FailureLog() {}

    /** Logs the failure of a request and returns its id, such as {@code K7QM-2F9X}. */
    public static String write(String method, String path, Throwable failure) {
        var id = id();
        LOG.errorf(failure, "%s %s failed; the person was told the id %s", method, path, id);
        return id;
    }

    private static String id() {
        var letters = Long.toString(RANDOM.nextLong() >>> 1, 32).toUpperCase(Locale.ROOT);
        var eight = ("00000000" + letters).substring(letters.length());
        return eight.substring(0, 4) + "-" + eight.substring(4);
    }
}
