package io.flotilla.base.signin;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;

import io.quarkus.oidc.OidcRedirectFilter;
import io.quarkus.oidc.Redirect;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The cookie of somebody who is signing in again: where they go afterwards. While it is there, the provider is asked to ask them,
 * although it knows them. Amazon Cognito's older pages do not heed that; for them the sign-out before it does the same.
 */
@ApplicationScoped
@Redirect(Redirect.Location.OIDC_AUTHORIZATION)
class ReturnCookie implements OidcRedirectFilter {
    static final String NAME = "flotilla_return";
    private static final int TIME_TO_LEAVE = 60;
    private static final int TIME_TO_RETURN = 600;
    private static final String ASKED = "asked";

    private final String prefix;
    private final boolean secure;

    ReturnCookie(@ConfigProperty(name = "flotilla.url-path", defaultValue = "/") String prefix,
            @ConfigProperty(name = "flotilla.platform", defaultValue = "local") String platform) {
        this.prefix = prefix;
        this.secure = platform.equals("aws");
    }

    /** @param path inside the app; anything else is taken for the app's first page */
    NewCookie to(String path) {
        return cookie(isInside(path) ? path : "/", TIME_TO_LEAVE);
    }

    /** Once they are signed out: from now on the provider has to ask. */
    NewCookie asked() {
        return cookie(ASKED, TIME_TO_RETURN);
    }

    NewCookie none() {
        return cookie("", 0);
    }

    /** Where somebody goes who was signed out in order to sign in again. */
    Optional<String> path(String value) {
        return Optional.ofNullable(value).map(text -> URLDecoder.decode(text, StandardCharsets.UTF_8))
                .filter(ReturnCookie::isInside);
    }

    private static boolean isInside(String path) {
        return path != null && path.matches("/([^/\\\\\\p{Cntrl}][^\\\\\\p{Cntrl}]*)?");
    }

    private NewCookie cookie(String value, int seconds) {
        return new NewCookie.Builder(NAME).value(URLEncoder.encode(value, StandardCharsets.UTF_8)).path(prefix)
                .maxAge(seconds).httpOnly(true).secure(secure).sameSite(NewCookie.SameSite.LAX).build();
    }

    @Override
    public void filter(OidcRedirectContext context) {
        if (context.routingContext().request().getCookie(NAME) != null) {
            context.additionalQueryParams().set("prompt", "login").set("max_age", "0");
        }
    }
}
