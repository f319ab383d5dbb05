package io.flotilla.base.signin.local;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.arc.properties.IfBuildProperty;
import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;

/**
 * The token endpoint. It is a plain route because programs call it, not forms: what guards it is the code, good once and
 * bound to the app's own secret, not a form token.
 */
@ApplicationScoped
@IfBuildProperty(name = "quarkus.application.name", stringValue = "app-base")
class TokenRoute {
    private static final int LARGEST_FORM = 16 * 1024;

    private final LocalIdentity identity;
    private final Codes codes;
    private final Tokens tokens;

    TokenRoute(LocalIdentity identity, Codes codes, Tokens tokens) {
        this.identity = identity;
        this.codes = codes;
        this.tokens = tokens;
    }

    void register(@Observes Router router) {
        router.post("/oauth2/token").handler(BodyHandler.create(false).setBodyLimit(LARGEST_FORM))
                .blockingHandler(this::exchange, false);
    }

    private void exchange(RoutingContext context) {
        if (!identity.isRunning()) {
            context.next();
            return;
        }
        var form = context.request().formAttributes();
        if ("refresh_token".equals(form.get("grant_type"))) {
            answer(context, Optional.ofNullable(form.get("refresh_token")).flatMap(tokens::signInOf),
                    Optional.empty());
        } else {
            var grant = codes.redeem(form.get("code"), form.get("redirect_uri"), form.get("code_verifier"),
                    Instant.now());
            answer(context, grant.map(Codes.Grant::signIn), grant.map(Codes.Grant::nonce));
        }
    }

    private void answer(RoutingContext context, Optional<SignIn> signIn, Optional<String> nonce) {
        var answer = signIn.flatMap(one -> identity.people().byId(one.person())
                .map(known -> tokens.forPerson(known, one, nonce)));
        context.response().setStatusCode(answer.isPresent() ? 200 : 400).putHeader("Content-Type", "application/json")
                .end(Json.encode(answer.orElse(Map.of("error", "invalid_grant"))));
    }
}
