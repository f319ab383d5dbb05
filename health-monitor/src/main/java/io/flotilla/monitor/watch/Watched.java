package io.flotilla.monitor.watch;

import java.time.Duration;
import java.util.List;

import io.flotilla.monitor.judge.Thresholds;
import io.flotilla.monitor.probe.Check;

/**
 * An app under watch, with all that the catalogue says of it.
 *
 * @param app         its key in the catalogue
 * @param url         where people find it
 * @param every       time between two checks
 * @param recipients  who is mailed about its outages
 * @param sender      whom the mails come from
 * @param remindEvery time before the first reminder of an outage
 */
public record Watched(
        String app,
        String title,
        String url,
        Check check,
        Duration every,
        Thresholds thresholds,
        List<String> recipients,
        String sender,
        Duration remindEvery) {}
