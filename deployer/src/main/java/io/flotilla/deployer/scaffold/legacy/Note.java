package io.flotilla.deployer.scaffold.legacy;

/**
 * Something that a person should look at.
 *
 * @param line  of the old file, 1-based
 * @param where such as {@code LMSPortal.app_dir}
 * @param what  what was not carried over, or was changed, and why
 */
public record Note(int line, String where, String what) {}
