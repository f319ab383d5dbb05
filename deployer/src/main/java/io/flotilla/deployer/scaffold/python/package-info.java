/**
 * Reads the constants of a Python file without running it. What it does not understand becomes a {@link
 * io.flotilla.deployer.scaffold.python.Value.Refused} with line and reason, so that the rest can be used all the same.
 */
package io.flotilla.deployer.scaffold.python;
