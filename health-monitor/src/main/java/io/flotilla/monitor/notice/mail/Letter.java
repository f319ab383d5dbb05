package io.flotilla.monitor.notice.mail;

import java.util.List;
import java.util.Optional;

/**
 * What a mail says, before it is laid out as text and as HTML.
 *
 * @param subject   all that a lock screen shows
 * @param preview   the line that mail programs show after the subject
 * @param tone      the whole mail's: the worst of its items'
 * @param statusUrl the status page
 * @param reason    why the recipient gets it
 */
public record Letter(
        String fleet,
        String subject,
        String preview,
        Tone tone,
        List<Item> items,
        String statusUrl,
        String reason) {

    public enum Tone {
        DOWN, EXPIRING, BACK, GONE
    }

    /**
     * One outage.
     *
     * @param label its state in two or three words
     * @param url   where people find the app
     * @param page  the outage's own page, where it can be acknowledged
     */
    public record Item(Tone tone, String label, String title, String url, List<Fact> facts, Optional<String> page) {
        public boolean down() {
            return tone == Tone.DOWN;
        }

        public boolean expiring() {
            return tone == Tone.EXPIRING;
        }

        public boolean back() {
            return tone == Tone.BACK;
        }
    }

    /** @param when the time that it was so, or empty if the value is a time itself */
    public record Fact(String name, String value, String when) {
        private static final int LONGEST_NAME = "Last good answer".length();

        Fact(String name, String value) {
            this(name, value, "");
        }

        /** The name as the first column of plain text. */
        public String padded() {
            return name + " ".repeat(Math.max(0, LONGEST_NAME - name.length()));
        }
    }
}
