package io.flotilla.base.catalogue.yaml;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

import io.flotilla.base.catalogue.Alerts;
import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.yaml.Item.Fields;

/** What is checked, and which answers are good, as the records that the monitor uses. */
final class HealthBinding {
    private HealthBinding() {}

    /** @param path what is asked for if the fields name none */
    static App.Health health(Optional<Fields> fields, String path) {
        var ends = fields.flatMap(health -> health.string("status")).orElse("200-399").split("-");
        return new App.Health(fields.flatMap(health -> health.string("path")).orElse(path), Integer.parseInt(ends[0]),
                Integer.parseInt(ends[ends.length - 1]),
                fields.map(HealthBinding::demands).orElse(App.Demands.NONE));
    }

    static List<Alerts.Endpoint> endpoints(Fields alerts) {
        return alerts.fields("endpoints").map(all -> all.each().stream()
                .map(entry -> endpoint(entry.getKey(), entry.getValue())).toList()).orElse(List.of());
    }

    private static Alerts.Endpoint endpoint(String name, Fields fields) {
        var url = fields.string("url").orElseThrow();
        return new Alerts.Endpoint(name, fields.string("title").orElse(name), url,
                health(Optional.of(fields), url.replaceFirst("https?://[^/]+", "")), fields.strings("email_to"),
                new LinkedHashSet<>(fields.strings("requires")));
    }

    private static App.Demands demands(Fields fields) {
        return new App.Demands(fields.string("text"), fields.string("header"),
                fields.string("latency").map(HealthBinding::duration),
                fields.string("every").map(HealthBinding::duration),
                fields.string("timeout").map(HealthBinding::duration));
    }

    static Duration duration(String text) {
        var unit = text.replaceFirst("[0-9]+", "");
        var number = Long.parseLong(text.substring(0, text.length() - unit.length()));
        return switch (unit) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
