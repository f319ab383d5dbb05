package io.flotilla.base.signin.local;

import java.time.Instant;

/**
 * Somebody said who they are.
 *
 * @param at when; what the tokens have as {@code auth_time}, however often they are renewed
 */
record SignIn(String person, Instant at) {}
