package io.flotilla.portal.register.logo;

/** Why a file is not taken as a logo, in a sentence for whoever sent it. */
public final class NotALogo extends Exception {
    NotALogo(String message) {
        super(message);
    }
}
