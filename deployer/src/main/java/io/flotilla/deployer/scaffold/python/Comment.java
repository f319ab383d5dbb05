package io.flotilla.deployer.scaffold.python;

/**
 * One comment.
 *
 * @param line  1-based
 * @param text  without the {@code #} and the blanks around it
 * @param alone whether nothing but blanks stands before it on its line
 */
public record Comment(int line, String text, boolean alone) {}
