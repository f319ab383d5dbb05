package io.flotilla.deployer.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

/**
 * What to run, as a value.
 *
 * @param name        unlike any other's in the environment; names its log and its process file
 * @param command     the executable and its arguments
 * @param environment variables beside the inherited ones
 * @param folder      where it runs
 * @param log         where its output goes, after what is there
 */
public record Program(String name, List<String> command, SortedMap<String, String> environment, Path folder,
        Path log) {}
