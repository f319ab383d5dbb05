package io.flotilla.base.page.error;

/**
 * Somebody sends a form, but their session is over. To ask them to sign in would lose what they wrote, and lead back to an address
 * that only takes forms.
 */
public final class SessionEnded extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SessionEnded() {
        super("a form was sent without a session", null, false, false);
    }
}
