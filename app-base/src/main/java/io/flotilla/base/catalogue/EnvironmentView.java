package io.flotilla.base.catalogue;

import java.util.List;
import java.util.Optional;

/** A catalogue seen from one environment: only the apps that run there. */
public record EnvironmentView(Catalogue catalogue, Environment environment) {

    /** The apps of this environment, in the order of the file. */
    public List<App> apps() {
        return catalogue.apps().values().stream().filter(this::runs).toList();
    }

    public Optional<App> app(String name) {
        return Optional.ofNullable(catalogue.apps().get(name)).filter(this::runs);
    }

    public Optional<App> withRole(App.Role role) {
        return apps().stream().filter(app -> app.role().equals(Optional.of(role))).findFirst();
    }

    public App.Berth berth(App app) {
        return app.berths().get(environment.name());
    }

    /** Where people find the app: {@code https://labs.example.com/portal_lms/}. */
    public String url(App app) {
        return origin(app) + app.urlPath();
    }

    /** The origin that the app answers on, without a trailing slash: the console may have a host of its own. */
    public String origin(App app) {
        return app.role().equals(Optional.of(App.Role.CONSOLE))
                ? environment.consoleOrigin()
                : environment.origin();
    }

    private boolean runs(App app) {
        return app.berths().containsKey(environment.name())
                && (environment.name() != EnvironmentName.PROD || app.prodReady());
    }
}
