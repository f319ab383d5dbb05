package io.flotilla.base.signin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.flotilla.base.page.Links;
import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.OidcSession;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Ends the session here and at the identity provider. */
@Path("/")
public class SignOut {
    private final Links links;
    private final Template signedOut;
    private final Optional<String> client;
    private final Optional<String> origin;

    SignOut(Links links, @Location("base/signed-out") Template signedOut,
            @ConfigProperty(name = "flotilla.identity.client") Optional<String> client,
            @ConfigProperty(name = "flotilla.origin") Optional<String> origin) {
        this.links = links;
        this.signedOut = signedOut;
        this.client = client;
        this.origin = origin;
    }

    /**
     * Forgets the session, then sends the browser on to the provider's own sign-out. A {@code Refresh} header does that and
     * not a redirect, because a redirect after a form is held to the page's {@code form-action}.
     */
    @POST
    @Path("sign-out")
    public Uni<Response> signOut(@Context SecurityIdentity identity, @Context OidcSession session,
            @Context RoutingContext context) {
        var back = "%s://%s%s".formatted(context.request().scheme(), context.request().authority(),
                links.to("/signed-out"));
        OidcConfigurationMetadata provider = identity.getAttribute("configuration-metadata");
        var next = provider == null ? links.to("/signed-out") : endOfSession(provider, client.orElse("flotilla"), back);
        var answer = Response.ok(signedOut.data("leaving", true).render(), MediaType.TEXT_HTML_TYPE)
                .header("Refresh", "0; url=" + next).build();
        return provider == null ? Uni.createFrom().item(answer) : session.logout().replaceWith(answer);
    }

    @GET
    @Path("signed-out")
    public Response signedOut() {
        return Response.ok(signedOut.data("leaving", false).render(), MediaType.TEXT_HTML_TYPE).build();
    }

    /**
     * Amazon Cognito does not take the standard's parameters: its {@code /logout} stands beside {@code /oauth2/authorize} and
     * wants {@code client_id} and {@code logout_uri} (Cognito developer guide, "Logout endpoint").
     */
    static String endOfSession(OidcConfigurationMetadata provider, String client, String back) {
        var authorize = provider.getAuthorizationUri();
        if (authorize.endsWith("/oauth2/authorize")) {
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
