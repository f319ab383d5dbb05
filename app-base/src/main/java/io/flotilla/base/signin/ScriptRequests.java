package io.flotilla.base.signin;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.oidc.JavaScriptRequestChecker;
import io.vertx.ext.web.RoutingContext;

/** A script cannot follow a redirect to another host's sign-in page: it is told (499) that its session is over. */
@ApplicationScoped
class ScriptRequests implements JavaScriptRequestChecker {
    @Override
    public boolean isJavaScriptRequest(RoutingContext context) {
        var request = context.request();
        var mode = request.getHeader("Sec-Fetch-Mode");
        return request.getHeader("HX-Request") != null || mode != null && !mode.equals("navigate");
    }
}
