package io.flotilla.base.catalogue.yaml;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.EnvironmentName;
import io.flotilla.base.catalogue.yaml.Item.Fields;

/** One faultless app as the record that programs use. */
final class AppBinding {
    private final Fields fleet;
    private final String name;
    private final Fields app;

    AppBinding(Fields fleet, String name, Fields app) {
        this.fleet = fleet;
        this.name = name;
        this.app = app;
    }

    App app() {
        var runtime = App.Runtime.valueOf(app.string("runtime").orElseThrow().toUpperCase(Locale.ROOT));
        var repo = app.string("repo");
        return new App(name, app.string("title").orElse(name), app.string("description").orElse(""), app.string("team"),
                app.strings("owners"), Collections.unmodifiableSet(new LinkedHashSet<>(app.strings("requires"))),
                app.string("role").map(role -> App.Role.valueOf(role.toUpperCase(Locale.ROOT).replace('-', '_'))),
                runtime, repo,
                app.fields("codebase").map(AppBinding::codebase), app.string("app_dir").or(() -> repo),
                app.string("conda_env"),
                app.string("user_data"), app.string("artifact"), variables(), app.string("url_path").orElseThrow(),
                app.strings("email_to"), app.string("prod_ready").map(Boolean::valueOf).orElse(false), health(),
                berths());
    }

    private static App.Codebase codebase(Fields codebase) {
        return new App.Codebase(codebase.string("repo").orElseThrow(), codebase.string("branch").orElse("main"));
    }

    private Map<String, String> variables() {
        var variables = new LinkedHashMap<String, String>();
        app.fields("variables").ifPresent(fields -> fields.values()
                .forEach((key, value) -> variables.put(key, ((Item.Text) value).value())));
        return Collections.unmodifiableMap(variables);
    }

    /** Every app answers it to strangers: by itself, or by the gate before it. */
    private App.Health health() {
        return HealthBinding.health(app.fields("health"), app.string("url_path").orElseThrow() + "q/health/ready");
    }

    private Map<EnvironmentName, App.Berth> berths() {
        var berths = new EnumMap<EnvironmentName, App.Berth>(EnvironmentName.class);
        for (var environment : EnvironmentName.values()) {
            app.fields(environment.key()).ifPresent(berth -> berths.put(environment, berth(environment, berth)));
        }
        return Collections.unmodifiableMap(berths);
    }

    private App.Berth berth(EnvironmentName environment, Fields berth) {
        var defaults = fleet.fields("environments").flatMap(all -> all.fields(environment.key()))
                .flatMap(e -> e.fields("app"));
        return new App.Berth(berth.string("branch"), own("instance", berth, defaults), own("ami", berth, defaults),
                berth.number("priority").map(OptionalInt::of).orElse(OptionalInt.empty()),
                own("instances", berth, defaults).map(Integer::valueOf).orElse(1));
    }

    private static Optional<String> own(String key, Fields berth, Optional<Fields> defaults) {
        return berth.string(key).or(() -> defaults.flatMap(fields -> fields.string(key)));
    }
}
