package io.flotilla.deployer.scaffold.legacy;

import java.util.List;
import java.util.Map;

/**
 * One app of the old file, sorted.
 *
 * @param name     as the catalogue can have it
 * @param title    as the old file had it
 * @param remarks  the app's own comments
 * @param settings what {@code fleet.yaml} has a place for, written as YAML
 * @param leftOver lines of the old file that have none; they become comments
 */
record OldApp(String name, String title, Remarks remarks, Map<OldKey, Setting> settings, List<String> leftOver) {

    /** A value as YAML, and its comments. */
    record Setting(String yaml, Remarks remarks) {}

    boolean has(OldKey.Section section) {
        return settings.keySet().stream().anyMatch(key -> key.section == section);
    }
}
