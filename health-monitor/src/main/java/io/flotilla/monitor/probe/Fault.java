package io.flotilla.monitor.probe;

/** Why an answer was not good, by what a person would do next. */
public enum Fault {
    /** The host's name has no address. */
    UNRESOLVED,
    /** The host answered that nothing listens on the port. */
    REFUSED,
    /** No way to the host, or it does not take connections. */
    UNREACHABLE,
    /** The certificate is not valid for the host, or the TLS handshake failed. */
    UNTRUSTED,
    /** The exchange took longer than it may. */
    TIMED_OUT,
    /** The connection ended before the answer did. */
    CUT_OFF,
    /** What came back is not HTTP, or larger than HTTP heads may be. */
    MALFORMED,
    /** A complete answer with a status outside the good range. */
    BAD_STATUS,
    /** A redirect out of the app: a load balancer's default answer, or somebody else's sign-in page. */
    LED_AWAY,
    /** A redirect from a public address to a private one. */
    LED_INSIDE,
    /** A good status, but without the words or the header that it must have. */
    WRONG_CONTENT,
    /** A good answer, but too late. */
    TOO_SLOW,
    /** More redirects than a browser's patience. */
    TOO_MANY_REDIRECTS
}
