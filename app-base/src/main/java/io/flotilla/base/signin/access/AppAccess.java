package io.flotilla.base.signin.access;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import io.flotilla.base.access.AccessAnswer;
import io.flotilla.base.access.AccessSource;
import io.flotilla.base.access.Decision;
import io.flotilla.base.access.Person;
import io.flotilla.base.page.error.FailureRoute;
import io.flotilla.base.page.error.Refusal;
import io.flotilla.base.page.error.SessionEnded;
import io.flotilla.base.signin.SignedIn;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;

/**
 * Asks the one access function at every request that is not open to strangers. Whoever gets in is known from then on by the
 * groups that they are in now, not by those of the moment of signing in.
 */
@ApplicationScoped
public class AppAccess implements HttpSecurityPolicy {
    /** Where the person stands in a request that was let in, with the groups that they are in now. */
    public static final String ADMITTED = "flotilla.admitted";
    private static final Logger LOG = Logger.getLogger(AppAccess.class);

    private final AccessSource source;

    AppAccess(AccessSource source) {
        this.source = source;
    }

    @Override
    public String name() {
        return "app-access";
    }

    @Override
    public Uni<CheckResult> checkPermission(RoutingContext request, Uni<SecurityIdentity> identity,
            AuthorizationRequestContext context) {
        return identity.chain(known -> SignedIn.person(known).map(person -> check(request, known, person))
                .orElseGet(() -> stranger(request.request())));
    }

    /** A page can be asked for again after sign-in; a form cannot. */
    private static Uni<CheckResult> stranger(HttpServerRequest request) {
        return request.method().equals(HttpMethod.POST) && "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
                ? Uni.createFrom().failure(new SessionEnded())
                : Uni.createFrom().item(CheckResult.DENY);
    }

    private Uni<CheckResult> check(RoutingContext request, SecurityIdentity identity, Person person) {
        return ask(person).map(answer -> result(request, identity, person, answer));
    }

    /** Goes on where the request is at home, wherever the answer came from. */
    private Uni<Optional<AccessAnswer>> ask(Person person) {
        var stage = stage(person).toCompletableFuture();
        var home = Vertx.currentContext();
        var answer = Uni.createFrom().completionStage(stage);
        var atHome = stage.isDone() || home == null
                ? answer
                : answer.emitOn(next -> home.runOnContext(here -> next.run()));
        return atHome.onFailure().invoke(failure -> LOG.error("Who may open this app could not be learnt", failure))
                .onFailure().recoverWithItem(Optional.empty());
    }

    private CompletionStage<Optional<AccessAnswer>> stage(Person person) {
        try {
            return source.about(person);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static CheckResult result(RoutingContext request, SecurityIdentity identity, Person person,
            Optional<AccessAnswer> answer) {
        var decision = answer.map(known -> known.decide(person)).orElseGet(Decision.Unknown::new);
        var now = answer.map(known -> known.now(person)).orElse(person);
        if (decision.allowed()) {
            request.put(ADMITTED, now);
        } else {
            request.put(FailureRoute.REFUSAL, new Refusal(decision, answer));
        }
        return now.groups().equals(identity.getRoles())
                ? new CheckResult(decision.allowed())
                : new CheckResult(decision.allowed(), inGroups(identity, now));
    }

    private static SecurityIdentity inGroups(SecurityIdentity identity, Person now) {
        return QuarkusSecurityIdentity.builder().setPrincipal(identity.getPrincipal())
                .addRoles(now.groups()).addCredentials(identity.getCredentials())
                .addAttributes(identity.getAttributes()).build();
    }
}
