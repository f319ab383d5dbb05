package io.flotilla.portal;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Takes whoever the header {@code X-Test-Person} names ({@code olivia@example.com;Olivia Lindqvist;sales}) as signed in. */
@Alternative
@ApplicationScoped
public class PersonHeader implements HttpAuthenticationMechanism {
    public static final String HEADER = "X-Test-Person";

    public static final String OLIVIA = "olivia@example.com;Olivia Lindqvist;sales,pricing";
    public static final String SAM = "sam@example.com;Sam Berger;";
    public static final String UMA = "uma@example.com;Uma Okafor;superuser";

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identityProviders) {
        var header = context.request().getHeader(HEADER);
        if (header == null) {
            return Uni.createFrom().nullItem();
        }
        // Header values are Latin-1 on the wire; names are not.
        var parts = new String(header.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8).split(";");
        return Uni.createFrom().item(QuarkusSecurityIdentity.builder()
                .setPrincipal(new Token(Map.of("sub", parts[0], "name", parts[1], "email", parts[0])))
                .addRoles(parts.length > 2 ? Set.of(parts[2].split(",")) : Set.of())
                .build());
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, null, null));
    }

    private record Token(Map<String, String> claims) implements JsonWebToken {
        @Override
        public String getName() {
            return claims.get("name");
        }

        @Override
        public Set<String> getClaimNames() {
            return claims.keySet();
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T getClaim(String name) {
            return (T) claims.get(name);
        }
    }
}
