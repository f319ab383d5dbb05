package io.flotilla.base.signin;

import java.util.Optional;

import io.flotilla.base.access.Person;
import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The person behind a security identity. */
public final class SignedIn {
    private SignedIn() {}

    /** Empty for a stranger. */
    public static Optional<Person> person(SecurityIdentity identity) {
        if (identity == null || identity.isAnonymous()) {
            return Optional.empty();
        }
        var principal = identity.getPrincipal();
        if (principal instanceof JsonWebToken token) {
            var email = text(token, "email").filter(address -> !unconfirmed(token)).orElse("");
            var name = text(token, "name").or(() -> text(token, "given_name"))
                    .orElse(email.isEmpty() ? token.getSubject() : email);
            return Optional.of(new Person(token.getSubject(), name, email, identity.getRoles()));
        }
        return Optional.of(new Person(principal.getName(), principal.getName(), "", identity.getRoles()));
    }

    /**
     * An e-mail address decides who owns an app, so one that the issuer says nobody has confirmed counts as none: else whoever
     * may write their own could become anybody. Some issuers leave the claim out and confirm every address; some write it as a
     * text. Source: OpenID Connect Core 1.0, section 5.1.
     */
    private static boolean unconfirmed(JsonWebToken token) {
        return text(token, "email_verified").filter("false"::equalsIgnoreCase).isPresent();
    }

    private static Optional<String> text(JsonWebToken token, String claim) {
        return Optional.ofNullable(token.getClaim(claim)).map(Object::toString).filter(text -> !text.isBlank());
    }
}
