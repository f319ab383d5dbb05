package io.flotilla.portal.token;

import java.time.Instant;
import java.util.Optional;

/**
 * A machine's way into the API, without the token itself.
 *
 * @param writes whether it may change what admins may change; otherwise it only reads
 * @param used   the day it was used last, to the hour
 */
public record MachineToken(String id, String name, boolean writes, String madeBy, Instant made,
        Optional<Instant> used, Optional<Instant> revoked) {}
