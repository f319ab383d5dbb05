package io.flotilla.base.signin.local;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.flotilla.base.access.Person;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/** Signed tokens in Amazon Cognito's shape: groups are in {@code cognito:groups} of both ID and access token. */
@ApplicationScoped
@IfBuildProperty(name = "quarkus.application.name", stringValue = "app-base")
class Tokens {
    private static final Duration SHORT = Duration.ofMinutes(60);
    private static final Duration LONG = Duration.ofDays(30);

    private final LocalIdentity identity;
    private final LocalIdentityConfig config;

    Tokens(LocalIdentity identity, LocalIdentityConfig config) {
        this.identity = identity;
        this.config = config;
    }

    /** The answer of the token endpoint (RFC 6749, 5.1). */
    Map<String, Object> forPerson(Person person, SignIn signIn, Optional<String> nonce) {
        var answer = new LinkedHashMap<String, Object>();
        var id = claims(person, signIn, "id", SHORT).audience(config.client()).claim("email", person.email())
                .claim("email_verified", true)
                .claim("name", person.name());
        nonce.ifPresent(value -> id.claim("nonce", value));
        answer.put("id_token", sign(id));
        answer.put("access_token", sign(claims(person, signIn, "access", SHORT).claim("client_id", config.client())));
        answer.put("refresh_token", refreshToken(signIn));
        answer.put("token_type", "Bearer");
        answer.put("expires_in", SHORT.toSeconds());
        return answer;
    }

    String refreshToken(SignIn signIn) {
        return sign(Jwt.issuer(config.issuer()).subject(signIn.person()).claim("token_use", "refresh")
                .claim("auth_time", signIn.at().getEpochSecond()).expiresIn(LONG));
    }

    /** Whose refresh token this is, and from which sign-in; empty if it is not one of ours, or too old. */
    Optional<SignIn> signInOf(String refreshToken) {
        try {
            var claims = new JwtConsumerBuilder().setVerificationKey(identity.key().pair().getPublic())
                    .setExpectedIssuer(config.issuer())
                    .setRequireExpirationTime().setSkipDefaultAudienceValidation().build()
                    .processToClaims(refreshToken);
            var subject = claims.getSubject();
            return "refresh".equals(claims.getClaimValueAsString("token_use"))
                    ? Optional.ofNullable(claims.getClaimValue("auth_time", Long.class))
                            .map(at -> new SignIn(subject, Instant.ofEpochSecond(at)))
                    : Optional.empty();
        } catch (InvalidJwtException | MalformedClaimException notOurs) {
            return Optional.empty();
        }
    }

    private JwtClaimsBuilder claims(Person person, SignIn signIn, String use, Duration life) {
        var claims = Jwt.issuer(config.issuer()).subject(person.id()).claim("token_use", use)
                .claim("auth_time", signIn.at().getEpochSecond()).expiresIn(life);
        return person.groups().isEmpty() ? claims : claims.claim("cognito:groups", List.copyOf(person.groups()));
    }

    private String sign(JwtClaimsBuilder claims) {
        return claims.jws().keyId(identity.key().id()).sign(identity.key().pair().getPrivate());
    }
}
