package io.flotilla.monitor.fleet;

import java.time.Duration;
import java.util.List;

import io.flotilla.monitor.judge.Thresholds;
import io.flotilla.monitor.probe.Check;

/**
 * Something under watch, with all that the catalogue says of it.
 *
 * @param app         its key in the catalogue; of what the catalogue does not name, a key with a hyphen, which no app has
 * @param url         where people find it
 * @param every       time between two checks
 * @param recipients  who is mailed about its outages
 * @param sender      whom the mails come from
 * @param remindEvery time before the first reminder of an outage
 * @param under       the keys of what it cannot be reached without; while one of them is down, its own outage is no news
 * @param behind      the titles of what cannot be reached without it
 */
public record Watched(
        String app,
        Kind kind,
        String title,
        String url,
        Check check,
        Duration every,
        Thresholds thresholds,
        List<String> recipients,
        String sender,
        Duration remindEvery,
        List<String> under,
        List<String> behind) {

    public enum Kind {
        APP,
        /** Listed in the catalogue's alerts, outside the fleet. */
        ENDPOINT,
        /** What many apps share: the load balancer, the identity provider. */
        SHARED
    }
}
