package io.flotilla.base.page.error;

import java.util.Optional;

import io.flotilla.base.access.AccessAnswer;
import io.flotilla.base.access.Decision;

/**
 * Why somebody was not let in, for the page that explains it.
 *
 * @param answer what was known about them and the app; empty if nothing was
 */
public record Refusal(Decision decision, Optional<AccessAnswer> answer) {}
