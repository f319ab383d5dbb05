package io.flotilla.monitor.notice;

import java.time.Instant;

/**
 * A certificate that is about to run out.
 *
 * @param host the host, and the port if it is an odd one
 * @param days it has no more than this many days left
 */
public record CertificateWarning(String host, Instant expires, int days, Instant at) {}
