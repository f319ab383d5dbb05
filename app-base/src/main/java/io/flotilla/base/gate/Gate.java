package io.flotilla.base.gate;

import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.flotilla.base.access.Person;
import io.flotilla.base.edge.SecurityHeaders;
import io.flotilla.base.page.PageConfig;
import io.flotilla.base.signin.access.AppAccess;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Takes every request that is not for the gate itself, once sign-in and the access rule have let somebody in, and passes it
 * on with that somebody's name. It asks for nobody's word but that of the access rule: what was not admitted is not passed
 * on, whatever the path looks like.
 */
@ApplicationScoped
@IfBuildProperty(name = "quarkus.application.name", stringValue = "app-base")
class Gate {
    /** After authentication (200) and authorization (100), before every route. */
    private static final int AFTER_AUTHORIZATION = 50;
    /** One would tunnel through the gate, the other would show what it tells the app. */
    private static final Set<HttpMethod> REFUSED = Set.of(HttpMethod.CONNECT, HttpMethod.TRACE);

    private final Optional<Forwarding> forwarding;
    private final Identification identification;
    private final String prefix;

    Gate(GateConfig config, PageConfig page, Vertx vertx,
            @ConfigProperty(name = "flotilla.platform", defaultValue = "local") String platform) {
        this.forwarding = config.app().map(app -> new Forwarding(vertx, app));
        this.identification = new Identification(platform.equals("aws") ? "https" : "http");
        this.prefix = page.urlPath().substring(0, page.urlPath().length() - 1);
    }

    void register(@Observes Filters filters) {
        forwarding.ifPresent(open -> filters.register(context -> handle(context, open), AFTER_AUTHORIZATION));
    }

    private void handle(RoutingContext context, Forwarding open) {
        var path = context.request().path();
        if (path != null && OwnPaths.has(path)) {
            context.next();
        } else if (path == null || !path.startsWith("/") || REFUSED.contains(context.request().method())) {
            context.fail(path == null || !path.startsWith("/") ? 400 : 405);
        } else if (context.get(AppAccess.ADMITTED) instanceof Person person) {
            context.put(SecurityHeaders.LEFT_TO_THE_APP, true);
            identification.replace(context, person);
            open.forward(context, prefix + uri(context));
        } else {
            context.fail(403);
        }
    }

    /** Spelled as the client spelled it: an app may tell {@code %2F} from a slash. */
    private static String uri(RoutingContext context) {
        var query = context.request().query();
        return query == null ? context.request().path() : context.request().path() + "?" + query;
    }
}
