package io.flotilla.monitor.fleet;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.flotilla.base.catalogue.Alerts;
import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.monitor.fleet.Watched.Kind;
import io.flotilla.monitor.judge.Thresholds;
import io.flotilla.monitor.probe.Check;
import io.flotilla.monitor.probe.Check.Redirects;
import io.flotilla.monitor.probe.Expectation;

/**
 * All that is watched of one environment: its apps, the endpoints that its alerts list, and what the apps share.
 *
 * @param apps   by their keys, in the order of the catalogue
 * @param sender whom the mails come from
 * @param view   the catalogue that says so
 */
public record WatchedFleet(Map<String, Watched> apps, String sender, EnvironmentView view) {

    public static WatchedFleet of(EnvironmentView view) {
        var sender = view.environment().alerts().from().orElse("flotilla@" + host(view));
        var all = new LinkedHashMap<String, Watched>();
        var shared = SharedParts.of(view, sender);
        var under = shared.stream().map(Watched::app).toList();
        view.apps().forEach(app -> all.put(app.name(), app(view, app, sender, under)));
        view.environment().alerts().endpoints()
                .forEach(endpoint -> all.put(endpoint.name(), endpoint(view, endpoint, sender)));
        shared.forEach(part -> all.put(part.app(), part));
        return new WatchedFleet(all, sender, view);
    }

    public Optional<Watched> app(String name) {
        return Optional.ofNullable(apps.get(name));
    }

    private static Watched app(EnvironmentView view, App app, String sender, List<String> under) {
        var alerts = view.environment().alerts();
        var health = app.health();
        var check = new Check(URI.create(view.origin(app) + health.path()), app.urlPath(),
                expectation(health), health.demands().timeout().orElse(alerts.timeout()));
        return new Watched(app.name(), Kind.APP, app.title(), view.url(app), check,
                health.demands().every().orElse(alerts.every()), thresholds(alerts), app.emailTo(), sender,
                alerts.remindEvery(), under, List.of());
    }

    private static Watched endpoint(EnvironmentView view, Alerts.Endpoint endpoint, String sender) {
        var alerts = view.environment().alerts();
        var demands = endpoint.health().demands();
        var check = new Check(URI.create(endpoint.url()), Redirects.ANYWHERE, "/", expectation(endpoint.health()),
                demands.timeout().orElse(alerts.timeout()));
        return new Watched(endpoint.name(), Kind.ENDPOINT, endpoint.title(), endpoint.url(), check,
                demands.every().orElse(alerts.every()), thresholds(alerts), endpoint.emailTo(), sender,
                alerts.remindEvery(), List.of(), List.of());
    }

    private static Expectation expectation(App.Health health) {
        var demands = health.demands();
        return new Expectation(health.statusFrom(), health.statusTo(), demands.text(), demands.header(),
                demands.latency());
    }

    static Thresholds thresholds(Alerts alerts) {
        return new Thresholds(alerts.downAfter(), alerts.upAfter());
    }

    private static String host(EnvironmentView view) {
        return URI.create(view.environment().origin()).getHost();
    }
}
