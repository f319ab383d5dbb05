package io.flotilla.base.catalogue;

/**
 * One mistake in a catalogue, as a person can mend it.
 *
 * @param file    the file as the reader named it
 * @param line    1-based; 0 if the mistake is the whole file's
 * @param column  1-based; 0 if the mistake is the whole file's
 * @param path    where in the file, such as {@code apps.LMSPortal.prod.priority}; empty for the whole file
 * @param message what is wrong
 * @param fix     what to do about it
 */
public record Problem(String file, int line, int column, String path, String message, String fix) {

    /** As printed: {@code fleet.yaml:14:17 apps.LMSPortal.prod.priority: 303 is taken by SalesDash (line 31); free: 304}. */
    @Override
    public String toString() {
        var where = line > 0 ? "%s:%d:%d".formatted(file, line, column) : file;
        return "%s%s: %s; %s".formatted(where, path.isEmpty() ? "" : " " + path, message, fix);
    }
}
