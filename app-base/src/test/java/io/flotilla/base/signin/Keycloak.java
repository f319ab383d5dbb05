package io.flotilla.base.signin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

import io.flotilla.base.program.Program;

/** A real OpenID Connect provider, unpacked by the build, with the realm that the tests know. */
final class Keycloak implements AutoCloseable {
    private static final Path HOME = Path.of("target/keycloak/keycloak-" + System.getProperty("keycloak.version"));

    private final int port = Program.freePort();
    private final Program program;

    Keycloak() throws IOException {
        var realm = HOME.resolve("data/import/fleet.json");
        Files.createDirectories(realm.getParent());
        Files.copy(Path.of("src/test/resources/keycloak-realm.json"), realm, StandardCopyOption.REPLACE_EXISTING);
        program = Program.start(
                List.of("sh", HOME.resolve("bin/kc.sh").toString(), "start-dev", "--http-host=127.0.0.1",
                        "--http-port=" + port, "--import-realm"),
                Map.of("JAVA_OPTS_KC_HEAP", "-Xmx512m", "JAVA_HOME", System.getProperty("java.home")));
        program.awaitAnswer(issuer() + "/.well-known/openid-configuration");
    }

    String issuer() {
        return "http://localhost:%d/realms/fleet".formatted(port);
    }

    @Override
    public void close() {
        program.close();
    }
}
