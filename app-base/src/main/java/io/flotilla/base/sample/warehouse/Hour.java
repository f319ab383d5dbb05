package io.flotilla.base.sample.warehouse;

import java.time.LocalDateTime;

/**
 * What one zone of the warehouse did in one hour.
 *
 * @param lines   order lines picked
 * @param errors  lines that the check at the door refused
 * @param backlog lines waiting at the hour's end
 * @param people  pickers on shift
 */
record Hour(LocalDateTime start, Zone zone, int lines, int errors, int backlog, int people) {

    enum Zone {
        BULK("Bulk"), SHELVES("Shelves"), COLD("Cold store"), OVERSIZE("Oversize");

        private final String title;

        Zone(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }
}
