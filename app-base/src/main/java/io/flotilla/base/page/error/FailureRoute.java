package io.flotilla.base.page.error;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.arc.Arc;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Answers what fails before or beside the resources: unknown paths, requests that are too large, access policies. */
@ApplicationScoped
public class FailureRoute {
    /** Where the {@link Refusal} stands in a request that was denied, for the page that explains it. */
    public static final String REFUSAL = "flotilla.refusal";

    private final ErrorAnswers answers;
    private final CurrentIdentityAssociation identity;
    private final CurrentVertxRequest currentRequest;

    FailureRoute(ErrorAnswers answers, CurrentIdentityAssociation identity, CurrentVertxRequest currentRequest) {
        this.answers = answers;
        this.identity = identity;
        this.currentRequest = currentRequest;
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::answer);
    }

    private void answer(RoutingContext context) {
        if (context.response().ended() || context.response().headWritten() || asksForSignIn(context)) {
            context.next();
            return;
        }
        var answer = inRequest(context, error(context));
        context.response().setStatusCode(answer.status())
                .putHeader("Content-Type", answer.type())
                .putHeader("Cache-Control", "no-store")
                .end(answer.body());
    }

    /** These failures are how a request for sign-in travels; Quarkus turns them into the redirect. A sign-in that failed is none. */
    private static boolean asksForSignIn(RoutingContext context) {
        return context.failure() instanceof UnauthorizedException
                || context.failure() instanceof AuthenticationException && !signInFailed(context);
    }

    private static boolean signInFailed(RoutingContext context) {
        return context.failure() instanceof AuthenticationCompletionException;
    }

    private static ErrorPage error(RoutingContext context) {
        var failure = context.failure();
        int status = status(context);
        if (failure instanceof SessionEnded) {
            return ErrorPage.notSent();
        }
        if (signInFailed(context)) {
            return ErrorPage.signInFailed();
        }
        if (status == 403 && context.get(REFUSAL) instanceof Refusal refusal) {
            return ErrorPage.denied(refusal);
        }
        if (status < 500 || failure == null) {
            return ErrorPage.of(status);
        }
        var request = context.request();
        return ErrorPage.of(status).logged(FailureLog.write(request.method().name(), request.path(), failure));
    }

    private static int status(RoutingContext context) {
        if (context.failure() instanceof ForbiddenException) {
            return 403;
        }
        return context.statusCode() < 400 ? 500 : context.statusCode();
    }

    /** Pages ask who is looking, which only an active request context knows. */
    private Answer inRequest(RoutingContext context, ErrorPage error) {
        var requestContext = Arc.container().requestContext();
        var begun = !requestContext.isActive();
        if (begun) {
            requestContext.activate();
        }
        try {
            currentRequest.setCurrent(context);
            identity.setIdentity(whoIsKnown(context));
            return answers.answer(error, context.request());
        } finally {
            if (begun) {
                requestContext.terminate();
            }
        }
    }

    /** What fails before anybody was asked who they are is a stranger's; asking now would block the event loop. */
    private static SecurityIdentity whoIsKnown(RoutingContext context) {
        return context.user() instanceof QuarkusHttpUser user
                ? user.getSecurityIdentity()
                : QuarkusSecurityIdentity.builder().setAnonymous(true).build();
    }
}
