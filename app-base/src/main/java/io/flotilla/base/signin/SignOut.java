package io.flotilla.base.signin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

import io.flotilla.base.page.Links;
import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.OidcSession;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Ends the session here and at the identity provider; for good, or to begin another. */
@Path("/")
public class SignOut {
    private final Links links;
    private final ReturnCookie returning;
    private final Template signedOut;
    private final Optional<String> client;
    private final boolean balanced;

    SignOut(Links links, ReturnCookie returning, @Location("base/signed-out") Template signedOut,
            @ConfigProperty(name = "flotilla.identity.client") Optional<String> client,
            @ConfigProperty(name = "flotilla.platform", defaultValue = "local") String platform) {
        this.links = links;
        this.returning = returning;
        this.signedOut = signedOut;
        this.client = client;
        this.balanced = platform.equals("aws");
    }

    /**
     * Forgets the session, then sends the browser on to the provider's own sign-out. A {@code Refresh} header does that and
     * not a redirect, because a redirect after a form is held to the page's {@code form-action}.
     */
    @POST
    @Path("sign-out")
    public Uni<Response> signOut(@Context SecurityIdentity identity, @Context OidcSession session,
            @Context RoutingContext context) {
        OidcConfigurationMetadata provider = identity.getAttribute("configuration-metadata");
        return leave(session, provider, provider == null ? links.to("/signed-out") : endOfSession(provider, context),
                returning.none());
    }

    /**
     * Signs somebody out so that they sign in again, and brings them back: whatever the provider, it has to ask them. Those that keep
     * to the standard do so for {@code prompt=login}; Cognito's own session is ended, too.
     *
     * @param to a path inside the app
     */
    @POST
    @Path("fresh-sign-in")
    public Uni<Response> signInAgain(@FormParam("to") String to, @Context SecurityIdentity identity,
            @Context OidcSession session, @Context RoutingContext context) {
        OidcConfigurationMetadata provider = identity.getAttribute("configuration-metadata");
        return leave(session, provider, provider != null && isCognito(provider)
                ? endOfSession(provider, context)
                : links.to("/signed-out"), returning.to(to));
    }

    /**
     * Forgets the session, then sends the browser on. A {@code Refresh} header does that and not a redirect, because a redirect
     * after a form is held to the page's {@code form-action}.
     */
    private Uni<Response> leave(OidcSession session, OidcConfigurationMetadata provider, String next,
            NewCookie cookie) {
        var answer = Response.ok(signedOut.data("leaving", true).render(), MediaType.TEXT_HTML_TYPE)
                .header("Refresh", "0; url=" + next).cookie(cookie).build();
        return provider == null ? Uni.createFrom().item(answer) : session.logout().replaceWith(answer);
    }

    @GET
    @Path("signed-out")
    public Response signedOut(@CookieParam(ReturnCookie.NAME) String cookie) {
        return returning.path(cookie)
                .map(path -> Response.seeOther(links.redirect(path)).cookie(returning.asked()).build())
                .orElseGet(() -> Response.ok(signedOut.data("leaving", false).render(), MediaType.TEXT_HTML_TYPE)
                        .build());
    }

    /** Where somebody lands who follows an old answer of the provider while they are signed in: the app's first page. */
    @GET
    @Path("sign-in")
    public Response signedIn() {
        return Response.seeOther(links.redirect("/")).build();
    }

    private String endOfSession(OidcConfigurationMetadata provider, RoutingContext context) {
        return endOfSession(provider, client.orElse("flotilla"), origin(context.request()) + links.to("/signed-out"));
    }

    /** The load balancer takes https and passes on http; the host is the one that the browser asked, which can be the app's own. */
    String origin(HttpServerRequest request) {
        return "%s://%s".formatted(balanced ? "https" : request.scheme(), request.authority());
    }

    private static boolean isCognito(OidcConfigurationMetadata provider) {
        return provider.getAuthorizationUri().endsWith("/oauth2/authorize");
    }

    /**
     * Amazon Cognito does not take the standard's parameters: its {@code /logout} stands beside {@code /oauth2/authorize} and
     * wants {@code client_id} and {@code logout_uri} (Cognito developer guide, "Logout endpoint").
     */
    static String endOfSession(OidcConfigurationMetadata provider, String client, String back) {
        var authorize = provider.getAuthorizationUri();
        if (isCognito(provider)) {
            return "%s/logout?client_id=%s&logout_uri=%s".formatted(
                    authorize.substring(0, authorize.length() - "/oauth2/authorize".length()), encoded(client),
                    encoded(back));
        }
        var end = provider.getEndSessionUri();
        return end == null
                ? back
                : "%s?client_id=%s&post_logout_redirect_uri=%s".formatted(end, encoded(client), encoded(back));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
