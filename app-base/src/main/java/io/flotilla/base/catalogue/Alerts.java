package io.flotilla.base.catalogue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

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
 */
public record Alerts(
        Optional<String> from,
        Optional<String> smtp,
        Duration every,
        Duration timeout,
        int downAfter,
        int upAfter,
        Duration remindEvery,
        List<String> anchors) {}
