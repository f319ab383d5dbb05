package io.flotilla.base.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final String FLEET = """
            fleet: ${TEAM}
            environments: { local: { platform: local, people: '${HOME}/people.yaml' } }
            apps:
              Portal: { role: portal, runtime: jvm, artifact: p.jar, url_path: /portal/, local: {} }
              Sales: { runtime: jvm, artifact: s.jar, url_path: /sales/, local: {} }
            """;
    private static final Map<String, String> DEPLOYER = Map.of("TEAM", "blue", "HOME", "/home/olivia", "PATH", "/bin");
    private final EnvironmentView view = CatalogueReaderTest.catalogue(read(DEPLOYER)).in(EnvironmentName.LOCAL);

    @Test
    void whoReadsTheCatalogueIsHandedWhatItsVariablesStandFor() {
        var portal = new HashMap<>(Map.of("HOME", "/home/ubuntu"));
        portal.putAll(of("Portal"));
        assertEquals("/home/ubuntu", portal.get("HOME"), "its own variables are left alone");
        assertFalse(portal.containsKey("FLOTILLA_VARIABLE_PATH"), "only what the catalogue uses");

        var read = CatalogueReaderTest.catalogue(read(CatalogueVariables.of(portal)));
        assertEquals(view.catalogue(), read);
    }

    @Test
    void otherProgramsAreHandedNoVariableOfTheCatalogue() {
        assertTrue(of("Sales").keySet().stream().noneMatch(name -> name.startsWith("FLOTILLA_VARIABLE_")));
    }

    @Test
    void whatIsHandedMayNotBeSetByAnApp() {
        assertTrue(Settings.isReserved("FLOTILLA_VARIABLE_TEAM"));
        assertTrue(Settings.isReserved("flotilla_variable_team"));
    }

    @Test
    void nobodySmugglesASecretInByHandingIt() {
        assertFalse(
                CatalogueVariables.of(Map.of("FLOTILLA_VARIABLE_FLOTILLA_FLEET_KEY", "x", "FLOTILLA_FLEET_KEY", "y"))
                        .containsKey("FLOTILLA_FLEET_KEY"));
    }

    private Map<String, String> of(String app) {
        return Settings.of(view, view.app(app).orElseThrow());
    }

    private static Reading read(Map<String, String> variables) {
        return new CatalogueReader(variables).read("f", FLEET.getBytes(StandardCharsets.UTF_8));
    }
}
