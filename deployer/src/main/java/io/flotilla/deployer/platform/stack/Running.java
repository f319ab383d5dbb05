package io.flotilla.deployer.platform.stack;

import java.time.Instant;

/**
 * One instance of an app.
 *
 * @param instance its id on the platform
 * @param state    the platform's word, such as {@code running}
 */
public record Running(String app, String instance, Revision revision, String state, Instant since) {}
