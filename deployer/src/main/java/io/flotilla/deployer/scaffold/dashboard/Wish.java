package io.flotilla.deployer.scaffold.dashboard;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a person wants of a new dashboard; what they leave empty follows from its name and the catalogue.
 *
 * @param fleet    the catalogue's file
 * @param folder   where the dashboard goes; it must not be there
 * @param owners   e-mail addresses, at least one
 * @param requires groups, all of which a person must be in
 * @param instance the instance type, where an environment has no default
 * @param ami      the machine image, where an environment has no default
 * @param isNative whether it runs as a native binary
 */
public record Wish(String app, Path fleet, Path folder, Optional<String> title, Optional<String> urlPath,
        Optional<String> javaPackage, List<String> owners, List<String> requires, Optional<String> instance,
        Optional<String> ami, boolean isNative) {}
