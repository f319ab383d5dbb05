package io.flotilla.base.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;

import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

class SignedInTest {
    @Test
    void anAddressThatNobodyHasConfirmedIsNone() {
        assertEquals("", email(Map.of("sub", "a", "email", "boss@example.com", "email_verified", false)));
        assertEquals("", email(Map.of("sub", "a", "email", "boss@example.com", "email_verified", "false")));
    }

    @Test
    void aConfirmedOneCountsAndSoDoesOneOfWhichTheIssuerSaysNothing() {
        assertEquals("ana@example.com", email(Map.of("sub", "a", "email", "ana@example.com", "email_verified", true)));
        assertEquals("ana@example.com",
                email(Map.of("sub", "a", "email", "ana@example.com", "email_verified", "true")));
        assertEquals("ana@example.com", email(Map.of("sub", "a", "email", "ana@example.com")));
    }

    private static String email(Map<String, Object> claims) {
        var identity = QuarkusSecurityIdentity.builder().setPrincipal(new Token(claims)).build();
        return SignedIn.person(identity).orElseThrow().email();
    }

    private record Token(Map<String, Object> claims) implements JsonWebToken {
        @Override
        public String getName() {
            return "somebody";
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
