package io.flotilla.base.signin.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalIdentityTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final SignIn ANA = new SignIn("ana", NOW);
    private static final String BACK = "http://localhost:8080/sales/sign-in";

    @TempDir
    Path folder;

    @Test
    void runsOnlyOnThisMachine() {
        assertEquals(Optional.empty(), LocalIdentity.refusal("local", "127.0.0.1"));
        assertTrue(LocalIdentity.refusal("aws", "127.0.0.1").isPresent());
        assertTrue(LocalIdentity.refusal("local", "0.0.0.0").isPresent());
        assertTrue(LocalIdentity.refusal("local", "10.0.0.1").isPresent());
    }

    @Test
    void aCodeIsGoodOnceForItsAppAndItsMinute() throws Exception {
        var codes = new Codes();
        var verifier = "a-verifier-that-only-the-app-knows";
        var challenge = Base64.getUrlEncoder().withoutPadding()
                .encodeToString(
                        MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));

        var code = codes.issue(ANA, BACK, "nonce", challenge, NOW);
        assertEquals(ANA, codes.redeem(code, BACK, verifier, NOW).orElseThrow().signIn());
        assertEquals(Optional.empty(), codes.redeem(code, BACK, verifier, NOW));

        assertEquals(Optional.empty(),
                codes.redeem(codes.issue(ANA, BACK, null, challenge, NOW), BACK, "another", NOW));
        assertEquals(Optional.empty(), codes.redeem(codes.issue(ANA, BACK, null, challenge, NOW), BACK, null, NOW));
        assertEquals(Optional.empty(),
                codes.redeem(codes.issue(ANA, BACK, null, null, NOW), "http://evil", null, NOW));
        assertEquals(Optional.empty(),
                codes.redeem(codes.issue(ANA, BACK, null, null, NOW), BACK, null, NOW.plusSeconds(61)));
        assertEquals(Optional.empty(), codes.redeem(null, BACK, null, NOW));
    }

    @Test
    void theSigningKeyOutlivesARestart() throws Exception {
        var first = SigningKey.in(Optional.of(folder));
        assertEquals(first.id(), SigningKey.in(Optional.of(folder)).id());
        assertEquals("rw-------", PosixFilePermissions
                .toString(Files.getPosixFilePermissions(folder.resolve("identity.key"))));
    }

    @Test
    void readsTheDemosPeople() throws Exception {
        var people = People.read(Path.of("../deployer/demo/people.yaml"));
        assertEquals(Set.of("superuser"), people.byId("uma@example.com").orElseThrow().groups());
        assertEquals(Set.of(), people.byId("sam@example.com").orElseThrow().groups());
    }

    @Test
    void saysWhichPersonIsWrong() throws Exception {
        for (var text : new String[]{"", "people: []", "people: [{ name: Ana }]", "- a", "people: {"}) {
            var file = Files.writeString(folder.resolve("people.yaml"), text);
            var mistake = assertThrows(IllegalArgumentException.class, () -> People.read(file), text);
            assertTrue(mistake.getMessage().contains("people.yaml") && mistake.getMessage().contains("write people:"),
                    mistake.getMessage());
        }
    }
}
