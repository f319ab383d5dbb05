package io.flotilla.monitor.watch;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.monitor.judge.Thresholds;
import io.flotilla.monitor.probe.Check;

/**
 * All the apps of one environment, as the monitor watches them.
 *
 * @param apps   by their keys, in the order of the catalogue
 * @param sender whom the mails come from
 * @param view   the catalogue that says so
 */
public record WatchedFleet(Map<String, Watched> apps, String sender, EnvironmentView view) {

    public static WatchedFleet of(EnvironmentView view) {
        var sender = view.environment().alerts().from().orElse("flotilla@" + host(view));
        var apps = new LinkedHashMap<String, Watched>();
        view.apps().forEach(app -> apps.put(app.name(), watched(view, app, sender)));
        return new WatchedFleet(apps, sender, view);
    }

    public Optional<Watched> app(String name) {
        return Optional.ofNullable(apps.get(name));
    }

    private static Watched watched(EnvironmentView view, App app, String sender) {
        var alerts = view.environment().alerts();
        var health = app.health();
        var check = new Check(URI.create(view.environment().origin() + health.path()), app.urlPath(),
                health.statusFrom(), health.statusTo(), alerts.timeout());
        return new Watched(app.name(), app.title(), view.url(app), check, alerts.every(),
                new Thresholds(alerts.downAfter(), alerts.upAfter()), app.emailTo(), sender, alerts.remindEvery());
    }

    private static String host(EnvironmentView view) {
        return URI.create(view.environment().origin()).getHost();
    }
}
