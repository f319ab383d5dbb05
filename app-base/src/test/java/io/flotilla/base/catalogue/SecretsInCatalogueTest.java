package io.flotilla.base.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands where a reference belongs is never repeated: messages end in logs, on pages and in mails. */
class SecretsInCatalogueTest {
    private static final String SMALL = """
            fleet: a
            git: { host: github.com, org: x, token: 'ssm:/fleet/git' }
            alerts: { smtp: 'ssm:/fleet/smtp', ping: 'https://ping.example.com/1' }
            environments: { local: { platform: local, database: 'ssm:/fleet/db' } }
            apps:
              Sales: { title: Sales, runtime: jvm, artifact: a.jar, url_path: /sales/, local: {}, variables: { A: b } }
            """;

    @ParameterizedTest
    @ValueSource(strings = {"git", "smtp", "db"})
    void aSecretInPlaceOfAReferenceIsRefusedAndNotRepeated(String reference) {
        for (var secret : List.of("hunter2", "smtp://fleet:hunter2@mail.example.com",
                "postgresql://fleet:hunter2@db.example.com/fleet",
                "postgresql://db.example.com/fleet?user=fleet&password=hunter2",
                "postgresql://db.example.com/fleet?PassWord=hunter2", "postgresql://db/fleet?sslpassword=hunter2",
                "postgresql://db/fleet?ssl=true&p%61ssword=hunter2")) {
            var problems = problems(SMALL.replace("ssm:/fleet/" + reference, secret), Map.of());
            assertEquals(1, problems.size(), problems.toString());
            assertTrue(problems.get(0).contains("does not fit; write a reference"), problems.get(0));
            assertFalse(problems.get(0).contains("hunter2"), problems.get(0));
        }
    }

    @Test
    void aVariableIsNamedAndItsValueIsNotRepeated() {
        var problems = problems(SMALL.replace("fleet: a", "fleet: ${TEAM}"), Map.of("TEAM", "hunter 2"));
        assertEquals(List.of("f:1:8 fleet: `${TEAM}` does not fit; write letters, digits and hyphens, "
                + "beginning with a letter, at most 40, such as davinci-labs"), problems);
    }

    @Test
    void aPasswordInAUrlOrATooLongVariableIsNotRepeated() {
        for (var text : List.of(SMALL.replace("https://ping", "https://fleet:hunter2@ping"),
                SMALL.replace("A: b", "A: hunter2" + "x".repeat(4_000)))) {
            assertFalse(problems(text, Map.of()).toString().contains("hunter2"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"FLOTILLA_DATABASE", "QUARKUS_DATASOURCE_PASSWORD", "AWS_SECRET_ACCESS_KEY", "GIT_TOKEN",
            "PGPASSWORD", "DB_PASSWORD", "flotilla_fleet_key", "SESSION_SECRET"})
    void whatMayHoldASecretOfTheProgramIsNeverPutIn(String variable) {
        var problems = problems(SMALL.replace("title: Sales", "title: '${%s}'".formatted(variable)),
                Map.of(variable, "hunter2"));
        assertEquals(
                List.of("f:6:19 apps.Sales.title: the environment variable %s may hold a secret, and is never put in; "
                        .formatted(variable)
                        + "write the value here, or use a variable of the fleet's own, such as FLEET_DOMAIN"),
                problems);
    }

    private static List<String> problems(String text, Map<String, String> variables) {
        return assertInstanceOf(Reading.Invalid.class,
                new CatalogueReader(variables).read("f", text.getBytes(StandardCharsets.UTF_8))).problems().stream()
                .map(Problem::toString).toList();
    }
}
