package io.flotilla.portal.home;

import java.util.Arrays;

import io.flotilla.portal.FrontDoor;
import io.flotilla.portal.PersonHeader;
import io.flotilla.portal.Session;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

/**
 * Prints how long the home page of a fleet with 500 apps takes; see docs/portal.md. Its name keeps it out of the build:
 * {@code ./mvnw test -pl portal -Dtest=HomeThroughput -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@QuarkusTest
@TestProfile(HomeThroughput.LargeFleet.class)
class HomeThroughput {
    private static final int APPS = 500;
    private static final int WARM = 300;
    private static final int MEASURED = 200;

    @Test
    void print() {
        var uma = new Session(PersonHeader.UMA);
        var millis = new double[MEASURED];
        int bytes = 0;
        for (int i = 0; i < WARM + MEASURED; i++) {
            long begun = System.nanoTime();
            bytes = uma.get("/?home").asByteArray().length;
            if (i >= WARM) {
                millis[i - WARM] = (System.nanoTime() - begun) / 1e6;
            }
        }
        Arrays.sort(millis);
        System.out.printf(
                "home with %d apps: median %.1f ms, 95th percentile %.1f ms, %,d bytes, the client's own time included%n",
                APPS, millis[MEASURED / 2], millis[MEASURED * 95 / 100], bytes);
    }

    public static class LargeFleet extends FrontDoor {
        @Override
        public java.util.Map<String, String> getConfigOverrides() {
            var settings = new java.util.HashMap<>(super.getConfigOverrides());
            settings.put("flotilla.catalogue-file", fleet().toString());
            return settings;
        }

        private static java.nio.file.Path fleet() {
            var yaml = new StringBuilder("fleet: large\nenvironments: { local: { platform: local } }\napps:\n"
                    + "  Portal: { runtime: jvm, artifact: a.jar, url_path: /portal/, role: portal, requires: everyone, local: {} }\n");
            for (int i = 0; i < APPS; i++) {
                yaml.append(("  App%d: { title: App number %d, description: What number %d is for., team: Team %d, "
                        + "runtime: jvm, artifact: a.jar, url_path: /app%d/, requires: [group%d], local: {} }\n")
                        .formatted(i, i, i, i % 25, i, i % 40));
            }
            try {
                return java.nio.file.Files.writeString(java.nio.file.Files.createTempFile("large", ".yaml"), yaml);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
