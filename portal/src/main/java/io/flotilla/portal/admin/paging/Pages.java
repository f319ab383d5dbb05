package io.flotilla.portal.admin.paging;

import java.util.List;

import io.flotilla.base.page.Formats;
import io.quarkus.qute.TemplateData;

/**
 * Which part of a long list a page shows.
 *
 * @param number of the page, from 1
 * @param last   the number of the last page, at least 1
 * @param from   the first entry shown, from 0
 * @param to     the entry behind the last one shown
 * @param total  how many entries the list has
 */
@TemplateData
public record Pages(int number, int last, int from, int to, int total) {
    /** So many rows a browser draws at once, and people still read. */
    public static final int SIZE = 100;

    /** @param asked the page that somebody wants, from 1; null for the first, and one that is not there is the nearest */
    public static Pages of(List<?> all, Integer asked) {
        int last = Math.max(1, (all.size() + SIZE - 1) / SIZE);
        int number = asked == null ? 1 : Math.max(1, Math.min(asked, last));
        int from = (number - 1) * SIZE;
        return new Pages(number, last, from, Math.min(from + SIZE, all.size()), all.size());
    }

    public <T> List<T> of(List<T> all) {
        return all.subList(from, to);
    }

    public boolean many() {
        return last > 1;
    }

    public int before() {
        return number - 1;
    }

    public int next() {
        return number + 1;
    }

    /** {@code 101 to 200 of 5,000}. */
    public String label() {
        return "%s to %s of %s".formatted(Formats.grouped(from + 1), Formats.grouped(to), Formats.grouped(total));
    }
}
