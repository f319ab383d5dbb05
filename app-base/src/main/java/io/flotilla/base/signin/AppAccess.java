package io.flotilla.base.signin;

import jakarta.enterprise.context.ApplicationScoped;

import io.flotilla.base.access.AccessRules;
import io.flotilla.base.access.Decision;
import io.flotilla.base.page.error.FailureRoute;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** Asks the one access function at every request that is not open to strangers. */
@ApplicationScoped
public class AppAccess implements HttpSecurityPolicy {
    private final AccessRules rules;

    AppAccess(AccessConfig config) {
        rules = config.rules();
    }

    @Override
    public String name() {
        return "app-access";
    }

    @Override
    public Uni<CheckResult> checkPermission(RoutingContext request, Uni<SecurityIdentity> identity,
            AuthorizationRequestContext context) {
        return identity
                .map(known -> SignedIn.person(known).map(rules::decide).map(decision -> remember(request, decision))
                        .orElse(CheckResult.DENY));
    }

    private static CheckResult remember(RoutingContext request, Decision decision) {
        request.put(FailureRoute.DECISION, decision);
        return decision.allowed() ? CheckResult.PERMIT : CheckResult.DENY;
    }
}
