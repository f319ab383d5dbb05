package io.flotilla.deployer.template;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

import io.flotilla.base.catalogue.Alerts;
import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.App.Role;
import io.flotilla.base.catalogue.App.Runtime;
import io.flotilla.base.catalogue.Catalogue;
import io.flotilla.base.catalogue.Environment;
import io.flotilla.base.catalogue.Environment.Platform;
import io.flotilla.base.catalogue.EnvironmentName;
import io.flotilla.base.catalogue.EnvironmentView;

/** Catalogues as no reader would let them pass, and one that is in order. */
public final class Fleets {
    private Fleets() {}

    public static EnvironmentView dev(App... apps) {
        return of("/home/ubuntu", Optional.of("ssm:/fleet/git"), apps);
    }

    public static EnvironmentView of(String home, Optional<String> gitToken, App... apps) {
        var environment = new Environment(EnvironmentName.DEV, Platform.AWS, Optional.of("us-east-1"),
                Optional.of("vpc-0a1b2c3d"), List.of("subnet-0a1b2c3d", "subnet-1a1b2c3d"),
                Optional.of("labs-dev.example.com"),
                Optional.of("arn:aws:acm:us-east-1:123456789012:certificate/0a1b2c3d-0000-0000-0000-000000000000"),
                Optional.empty(), Optional.of("s3://fleet-example/dev"), Optional.of("ssm:/fleet/dev/db"), home,
                Optional.of(new Environment.Priorities(101, 199)), 0, Optional.empty(),
                new Catalogue.Identity("https://issuer.example.com", "client", Set.of("superuser")),
                new Alerts(Optional.empty(), Optional.empty(), Duration.ofSeconds(60), Duration.ofSeconds(10), 3, 2,
                        Duration.ofHours(4), List.of()),
                Environment.Extras.NONE);
        var byName = new LinkedHashMap<String, App>();
        Stream.of(apps).forEach(app -> byName.put(app.name(), app));
        return new EnvironmentView(new Catalogue("davinci-labs", Optional.of("123456789012"),
                Optional.of(new Catalogue.Git("github.com", "Example-Org", gitToken)),
                Map.of(EnvironmentName.DEV, environment), byName), environment);
    }

    /** The dev environment with what it may have besides, and a host for its console. */
    public static EnvironmentView with(Environment.Extras extras, App... apps) {
        var view = dev(apps);
        var old = view.environment();
        return new EnvironmentView(view.catalogue(),
                new Environment(old.name(), old.platform(), old.region(), old.vpc(),
                        old.subnets(), old.domain(), old.certificate(), Optional.of("deploy-dev.example.com"),
                        old.noticeboard(), old.database(), old.home(), old.priorities(), old.port(), old.people(),
                        old.identity(), old.alerts(), extras));
    }

    /** The dev environment, whose people sign in by that client. */
    public static EnvironmentView signingIn(String issuer, String client, App... apps) {
        var view = dev(apps);
        var old = view.environment();
        return new EnvironmentView(view.catalogue(),
                new Environment(old.name(), old.platform(), old.region(), old.vpc(),
                        old.subnets(), old.domain(), old.certificate(), old.console(), old.noticeboard(),
                        old.database(),
                        old.home(), old.priorities(), old.port(), old.people(),
                        new Catalogue.Identity(issuer, client, Set.of("superuser")), old.alerts(), old.extras()));
    }

    public static App portal() {
        return app("Portal", Runtime.NATIVE, Optional.of(Role.PORTAL), "/portal/", 101);
    }

    public static App app(Runtime runtime) {
        return app("LMSPortal", runtime, Optional.empty(), "/portal_lms/", 103);
    }

    public static App app(String name, Runtime runtime, Optional<Role> role, String path, int priority) {
        return new App(name, name, "", Optional.empty(), List.of(), Set.of(), role, runtime,
                Optional.of("dash_lms_data_portal"), Optional.of(new App.Codebase("codebase", "main")),
                Optional.of("dash_lms_data_portal"), Optional.of("prod"), Optional.empty(), Optional.empty(), Map.of(),
                path,
                List.of(), true, new App.Health(path, 200, 399),
                Map.of(EnvironmentName.DEV, berth("fixingStyling", priority)));
    }

    /** The Python app with every name that reaches its instance replaced. */
    public static App python(String repo, App.Codebase codebase, String appDir, String conda, String branch) {
        var app = app(Runtime.PYTHON);
        return new App(app.name(), app.title(), "", Optional.empty(), List.of(), Set.of(), Optional.empty(),
                Runtime.PYTHON,
                Optional.of(repo), Optional.of(codebase), Optional.of(appDir), Optional.of(conda), Optional.empty(),
                Optional.empty(), Map.of(), app.urlPath(), List.of(), true, app.health(),
                Map.of(EnvironmentName.DEV, berth(branch, 103)));
    }

    private static App.Berth berth(String branch, int priority) {
        return new App.Berth(Optional.of(branch), Optional.of("t2.micro"), Optional.of("ami-03742def5919b8497"),
                OptionalInt.of(priority), 1);
    }
}
