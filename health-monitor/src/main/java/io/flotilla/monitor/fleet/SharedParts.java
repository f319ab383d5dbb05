package io.flotilla.monitor.fleet;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.Environment.Platform;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.monitor.fleet.Watched.Kind;
import io.flotilla.monitor.probe.Check;
import io.flotilla.monitor.probe.Check.Redirects;
import io.flotilla.monitor.probe.Expectation;

/**
 * What all apps of an environment on AWS stand and fall with. It is checked more often than the apps, so that it is known
 * to be down before they are: one outage, not forty. On one machine gateway and sign-in come and go with the rest.
 */
final class SharedParts {
    private static final int MORE_OFTEN = 4;
    private static final Duration MOST_OFTEN = Duration.ofSeconds(1);

    private SharedParts() {}

    static List<Watched> of(EnvironmentView view, String sender) {
        var environment = view.environment();
        if (environment.platform() != Platform.AWS) {
            return List.of();
        }
        var issuer = environment.identity().issuer();
        return List.of(
                // Whatever it answers, even that it knows no such path: it is there.
                part(view, sender, "load-balancer", "Load balancer", environment.origin() + "/",
                        Expectation.ANY_ANSWER),
                // OpenID Connect Discovery 1.0, section 4: where every provider describes itself.
                part(view, sender, "identity-provider", "Sign-in", issuer + "/.well-known/openid-configuration",
                        Expectation.status(200, 200)));
    }

    private static Watched part(EnvironmentView view, String sender, String key, String what, String url,
            Expectation expected) {
        var alerts = view.environment().alerts();
        var title = "%s (%s)".formatted(what, URI.create(url).getHost());
        var check = new Check(URI.create(url), Redirects.NOWHERE, "/", expected, alerts.timeout());
        var recipients = view.apps().stream().flatMap(app -> app.emailTo().stream()).distinct().toList();
        return new Watched(key, Kind.SHARED, title, url, check, often(view), WatchedFleet.thresholds(alerts),
                recipients, sender, alerts.remindEvery(), List.of(), view.apps().stream().map(App::title).toList());
    }

    private static Duration often(EnvironmentView view) {
        var every = Stream.concat(Stream.of(view.environment().alerts().every()),
                view.apps().stream().flatMap(app -> app.health().demands().every().stream()))
                .min(Duration::compareTo).orElseThrow().dividedBy(MORE_OFTEN);
        return every.compareTo(MOST_OFTEN) < 0 ? MOST_OFTEN : every;
    }
}
