package io.flotilla.deployer.local.instance;

import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;

import io.flotilla.base.catalogue.App;

/**
 * What an instance is started from: the launch template's version on this machine. It never changes.
 *
 * @param id       its number as text
 * @param revision the artifact's content digest
 * @param program  the jar or binary to run, inside the artifact's copy; of a Python app, the copy of its folder
 * @param source   what was copied
 * @param settings the environment variables
 */
public record LaunchVersion(String app, String id, String revision, App.Runtime runtime, String program,
        Path source, SortedMap<String, String> settings, Optional<App.Role> role) {

    /** Whether an instance of either would be the same. */
    public boolean bringsWhat(LaunchVersion other) {
        return revision.equals(other.revision) && runtime == other.runtime && program.equals(other.program)
                && settings.equals(other.settings) && role.equals(other.role);
    }
}
