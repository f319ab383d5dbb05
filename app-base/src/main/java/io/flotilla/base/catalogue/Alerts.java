package io.flotilla.base.catalogue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the monitor checks, and how it writes.
 *
 * @param from        sender of its mails
 * @param smtp        {@code smtp://host:port} or a reference such as {@code ssm:/fleet/smtp}; {@code local} brings its own
 * @param every       time between two checks of one app
 * @param timeout     how long one check may take
 * @param downAfter   failures in a row that open an outage
 * @param upAfter     successes in a row that close it
 * @param remindEvery time between reminders while an outage lasts
 * @param anchors     URLs whose failure says that the monitor itself is cut off
 * @param ping        a URL to ask every half minute while the monitor works, so that somebody notices when it does not
 * @param endpoints   what else to watch, outside the fleet
 */
public record Alerts(
        Optional<String> from,
        Optional<String> smtp,
        Duration every,
        Duration timeout,
        int downAfter,
        int upAfter,
        Duration remindEvery,
        List<String> anchors,
        Optional<String> ping,
        List<Endpoint> endpoints) {

    public Alerts(Optional<String> from, Optional<String> smtp, Duration every, Duration timeout, int downAfter,
            int upAfter, Duration remindEvery, List<String> anchors) {
        this(from, smtp, every, timeout, downAfter, upAfter, remindEvery, anchors, Optional.empty(), List.of());
    }

    /**
     * Something outside the fleet that the monitor watches too.
     *
     * @param name     its key in the catalogue; no app has the same
     * @param title    what people read; falls back to the name
     * @param url      what the monitor asks for, absolute
     * @param health   which answers are good; its path is the URL's
     * @param emailTo  who is mailed about its outages
     * @param requires the groups, ALL of them, whose people may see its state; none means the override groups alone
     */
    public record Endpoint(String name, String title, String url, App.Health health, List<String> emailTo,
            Set<String> requires) {}
}
