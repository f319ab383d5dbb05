package io.flotilla.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** {@link FrontDoor} with 500 apps of 25 teams, which require one of 40 groups each. For benchmarks. */
public class LargeFleet extends FrontDoor {
    public static final int APPS = 500;
    public static final int GROUPS = 40;

    @Override
    public Map<String, String> getConfigOverrides() {
        var settings = new HashMap<>(super.getConfigOverrides());
        settings.put("flotilla.catalogue-file", fleet().toString());
        return settings;
    }

    private static Path fleet() {
        var yaml = new StringBuilder("fleet: large\nenvironments: { local: { platform: local } }\napps:\n"
                + "  Portal: { runtime: jvm, artifact: a.jar, url_path: /portal/, role: portal, requires: everyone, local: {} }\n");
        for (int i = 0; i < APPS; i++) {
            yaml.append(("  App%d: { title: App number %d, description: What number %d is for., team: Team %d, "
                    + "runtime: jvm, artifact: a.jar, url_path: /app%d/, requires: [group%d], local: {} }\n")
                    .formatted(i, i, i, i % 25, i, i % GROUPS));
        }
        try {
            return Files.writeString(Files.createTempFile("large", ".yaml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
