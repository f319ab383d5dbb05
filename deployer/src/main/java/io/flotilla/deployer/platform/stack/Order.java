package io.flotilla.deployer.platform.stack;

import java.util.Optional;

import io.flotilla.base.catalogue.App;

/**
 * What a stack shall become: what the catalogue says, at a revision.
 *
 * @param app      empty for the shared stack
 * @param revision what the next instances run; empty for the shared stack, and for an app whose code cannot be found: it keeps its own
 * @param existing the stack as it is, if it is there
 */
public record Order(Optional<App> app, Optional<Revision> revision, Optional<Stack> existing) {}
