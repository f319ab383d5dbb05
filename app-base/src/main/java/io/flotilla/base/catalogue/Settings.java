package io.flotilla.base.catalogue;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import io.flotilla.base.catalogue.App.Role;

/**
 * What a program on an instance must know of the catalogue, as environment variables. Whoever starts a program (the user
 * data on AWS, the launcher on one machine) writes exactly these, so that nothing is typed twice.
 */
public final class Settings {
    private static final Set<String> GIVEN_BY_THE_PLATFORM = Set.of("FLOTILLA_IDENTITY_SESSION_KEY",
            "FLOTILLA_IDENTITY_CLIENT_SECRET", "FLOTILLA_FLEET_KEY", "FLOTILLA_PORTAL_TOKEN", "FLOTILLA_ACCESS_FOLDER",
            "QUARKUS_HTTP_PORT", "QUARKUS_HTTP_HOST",
            "QUARKUS_MANAGEMENT_PORT", "QUARKUS_MANAGEMENT_HOST");
    private static final Set<String> WRITTEN = Set.of("FLOTILLA_FLEET", "FLOTILLA_APP", "FLOTILLA_TITLE",
            "FLOTILLA_ENVIRONMENT",
            "FLOTILLA_PLATFORM", "FLOTILLA_URL_PATH", "FLOTILLA_ORIGIN", "FLOTILLA_PORTAL_ORIGIN",
            "FLOTILLA_PORTAL_PATH",
            "FLOTILLA_MONITOR_PATH",
            "FLOTILLA_IDENTITY_ISSUER", "FLOTILLA_IDENTITY_CLIENT", "FLOTILLA_IDENTITY_OVERRIDES", "FLOTILLA_REQUIRES",
            "FLOTILLA_NOTICEBOARD", "FLOTILLA_DATABASE", "FLOTILLA_SMTP");

    private Settings() {}

    /** Whether only Flotilla may set the variable; an app's own {@code variables} may not. */
    public static boolean isReserved(String variable) {
        var name = variable.toUpperCase(Locale.ROOT);
        return CatalogueVariables.isHanded(name) || WRITTEN.contains(name) || GIVEN_BY_THE_PLATFORM.contains(name);
    }

    /**
     * The variables of one app: Flotilla's and its own. References such as {@code ssm:/fleet/smtp} stay references, for the
     * platform to resolve; secrets are not among them.
     */
    public static SortedMap<String, String> of(EnvironmentView view, App app) {
        var environment = view.environment();
        var settings = new TreeMap<>(app.variables());
        settings.put("FLOTILLA_FLEET", view.catalogue().fleet());
        settings.put("FLOTILLA_APP", app.name());
        settings.put("FLOTILLA_TITLE", app.title());
        settings.put("FLOTILLA_ENVIRONMENT", environment.name().key());
        settings.put("FLOTILLA_PLATFORM", environment.platform().name().toLowerCase(Locale.ROOT));
        settings.put("FLOTILLA_URL_PATH", app.urlPath());
        settings.put("FLOTILLA_ORIGIN", environment.origin());
        if (!view.origin(app).equals(environment.origin())) {
            settings.put("FLOTILLA_PORTAL_ORIGIN", environment.origin());
        }
        view.withRole(Role.PORTAL).ifPresent(portal -> settings.put("FLOTILLA_PORTAL_PATH", portal.urlPath()));
        view.withRole(Role.HEALTH_MONITOR)
                .ifPresent(monitor -> settings.put("FLOTILLA_MONITOR_PATH", monitor.urlPath()));
        settings.put("FLOTILLA_IDENTITY_ISSUER", environment.identity().issuer());
        settings.put("FLOTILLA_IDENTITY_CLIENT", environment.identity().client());
        settings.put("FLOTILLA_IDENTITY_OVERRIDES", list(environment.identity().overrides()));
        if (!app.requires().isEmpty()) {
            settings.put("FLOTILLA_REQUIRES", list(app.requires()));
        }
        app.role().ifPresent(role -> {
            put(settings, "FLOTILLA_NOTICEBOARD", environment.noticeboard());
            put(settings, "FLOTILLA_DATABASE", environment.database());
            put(settings, "FLOTILLA_SMTP", environment.alerts().smtp());
            // These programs read the catalogue too, on machines where nobody has exported its variables.
            view.catalogue().variables()
                    .forEach((name, value) -> settings.put(CatalogueVariables.handed(name), value));
        });
        return settings;
    }

    private static void put(SortedMap<String, String> settings, String name, Optional<String> value) {
        value.ifPresent(present -> settings.put(name, present));
    }

    /** As configuration lists are written: commas in a group's name are escaped. */
    private static String list(Collection<String> values) {
        return values.stream().map(value -> value.replace("\\", "\\\\").replace(",", "\\,")).sorted()
                .reduce((a, b) -> a + "," + b).orElse("");
    }
}
