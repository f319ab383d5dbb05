package io.flotilla.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;

/** The portal at {@code /portal/} of a fleet with something to administer; its people sign in by {@link PersonHeader}. */
public class Office implements QuarkusTestProfile {
    private static final String FLEET = """
            fleet: davinci-labs
            environments: { local: { platform: local } }
            apps:
              Portal:    { runtime: jvm, artifact: a.jar, url_path: /portal/, role: portal, requires: everyone, local: {} }
              Sales:     { title: Sales & more, owners: [olivia@example.com], runtime: jvm, artifact: a.jar, url_path: /sales/, requires: [sales], local: {} }
              Pricing:   { title: Price Lab, owners: [olivia@example.com], runtime: jvm, artifact: a.jar, url_path: /pricing/, requires: [pricing], local: {} }
              Warehouse: { owners: [walter@example.com], runtime: jvm, artifact: a.jar, url_path: /warehouse/, requires: [warehouse], local: {} }
              Routes:    { owners: [walter@example.com], runtime: jvm, artifact: a.jar, url_path: /routes/, requires: [everyone], local: {} }
              Payroll:   { owners: [uma@example.com], runtime: jvm, artifact: a.jar, url_path: /payroll/, local: {} }
            """;
    private static final String PEOPLE = """
            people:
              - { name: Olivia Lindqvist, email: olivia@example.com, groups: [sales, pricing] }
              - { name: Walter Brandt, email: walter@example.com, groups: [warehouse] }
              - { name: Sam Berger, email: sam@example.com }
              - { name: Uma Okafor, email: uma@example.com, groups: [superuser] }
            """;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("flotilla.url-path", "/portal/", "flotilla.fleet", "davinci-labs", "flotilla.title", "Portal");
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(PersonHeader.class);
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Desk.class));
    }

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }

    /** A folder with catalogue, people and database. */
    public static class Desk implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            try {
                var folder = Files.createTempDirectory("office");
                return Map.of("flotilla.catalogue-file",
                        Files.writeString(folder.resolve("fleet.yaml"), FLEET).toString(),
                        "flotilla.local.people", Files.writeString(folder.resolve("people.yaml"), PEOPLE).toString(),
                        "flotilla.database", "sqlite:" + folder.resolve("portal.db"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void stop() {}
    }
}
