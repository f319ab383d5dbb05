package io.flotilla.base.signin.local;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;

/** The endpoints of an OpenID Connect provider, at the paths that Amazon Cognito has. */
@Path("/")
@IfBuildProperty(name = "quarkus.application.name", stringValue = "app-base")
public class IdentityResource {
    /** The browser's session here, for all apps; gone with the browser's window or a sign-out. */
    private static final String SESSION = "flotilla_identity";

    private final LocalIdentity identity;
    private final LocalIdentityConfig config;
    private final Template whoAreYou;
    private final Codes codes;
    private final Tokens tokens;

    IdentityResource(LocalIdentity identity, LocalIdentityConfig config, Codes codes, Tokens tokens,
            @Location("identity/who-are-you") Template whoAreYou) {
        this.identity = identity;
        this.config = config;
        this.codes = codes;
        this.tokens = tokens;
        this.whoAreYou = whoAreYou;
    }

    @GET
    @Path(".well-known/openid-configuration")
    @Produces(MediaType.APPLICATION_JSON)
    public Map<String, Object> discovery() {
        onlyWhenRunning();
        var issuer = config.issuer();
        var answer = new LinkedHashMap<String, Object>();
        answer.put("issuer", issuer);
        answer.put("authorization_endpoint", issuer + "/oauth2/authorize");
        answer.put("token_endpoint", issuer + "/oauth2/token");
        answer.put("jwks_uri", issuer + "/.well-known/jwks.json");
        answer.put("response_types_supported", List.of("code"));
        answer.put("subject_types_supported", List.of("public"));
        answer.put("id_token_signing_alg_values_supported", List.of("RS256"));
        answer.put("code_challenge_methods_supported", List.of("S256"));
        answer.put("scopes_supported", List.of("openid", "email", "profile"));
        return answer;
    }

    @GET
    @Path(".well-known/jwks.json")
    @Produces(MediaType.APPLICATION_JSON)
    public Map<String, Object> keys() {
        onlyWhenRunning();
        return Map.of("keys", List.of(identity.key().jwk()));
    }

    /**
     * Asks who somebody is, unless this browser has said so before: one sign-in serves all apps.
     *
     * @param prompt {@code login} asks anew whoever is known (OpenID Connect Core, 3.1.2.1)
     */
    @GET
    @Path("oauth2/authorize")
    @Produces(MediaType.TEXT_HTML)
    public Response ask(@QueryParam("redirect_uri") String redirect, @QueryParam("state") String state,
            @QueryParam("nonce") String nonce, @QueryParam("code_challenge") String challenge,
            @QueryParam("client_id") String client, @QueryParam("prompt") String prompt,
            @CookieParam(SESSION) String session) {
        onlyWhenRunning();
        refuseStrangers(redirect, client);
        var known = Optional.ofNullable(session).filter(any -> !"login".equals(prompt)).flatMap(tokens::signInOf)
                .filter(signIn -> identity.people().byId(signIn.person()).isPresent());
        if (known.isPresent()) {
            return Response.seeOther(withCode(known.get(), redirect, state, nonce, challenge)).build();
        }
        return Response.ok(whoAreYou.data("members", identity.people().members())
                .data("app", URI.create(redirect).getPath().replaceFirst("sign-in$", ""))
                .data("redirect", redirect).data("state", orEmpty(state)).data("nonce", orEmpty(nonce))
                .data("challenge", orEmpty(challenge)).render()).build();
    }

    @POST
    @Path("oauth2/authorize")
    public Response choose(@FormParam("person") String person, @FormParam("redirect_uri") String redirect,
            @FormParam("state") String state,
            @FormParam("nonce") String nonce, @FormParam("code_challenge") String challenge) {
        onlyWhenRunning();
        refuseStrangers(redirect, config.client());
        var chosen = identity.people().byId(orEmpty(person)).orElseThrow(NotFoundException::new);
        var signIn = new SignIn(chosen.id(), Instant.now());
        return Response.seeOther(withCode(signIn, redirect, state, nonce, challenge))
                .cookie(session(tokens.refreshToken(signIn), -1)).build();
    }

    @GET
    @Path("logout")
    public Response logout(@QueryParam("logout_uri") String back, @QueryParam("client_id") String client) {
        onlyWhenRunning();
        refuseStrangers(back, client);
        return Response.seeOther(URI.create(back)).cookie(session("", 0)).build();
    }

    private URI withCode(SignIn signIn, String redirect, String state, String nonce, String challenge) {
        var code = codes.issue(signIn, redirect, orNull(nonce), orNull(challenge), Instant.now());
        return URI.create("%s%scode=%s&state=%s".formatted(redirect, redirect.contains("?") ? "&" : "?", code,
                URLEncoder.encode(orEmpty(state), StandardCharsets.UTF_8)));
    }

    private NewCookie session(String value, int maxAge) {
        return new NewCookie.Builder(SESSION).value(value).path(config.urlPath()).maxAge(maxAge).httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX).build();
    }

    /** Everything here is a 404 in a program that is not the identity. */
    private void onlyWhenRunning() {
        if (!identity.isRunning()) {
            throw new NotFoundException();
        }
    }

    /** A code may only travel to an app of this machine. */
    private void refuseStrangers(String target, String client) {
        var own = target != null && (target.startsWith(config.origin().orElseThrow() + "/"));
        if (!own || !config.client().equals(client)) {
            throw new BadRequestException("redirect_uri must be on %s and client_id %s"
                    .formatted(config.origin().orElseThrow(), config.client()));
        }
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private static String orNull(String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
