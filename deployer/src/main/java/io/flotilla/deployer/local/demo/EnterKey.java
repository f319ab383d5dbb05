package io.flotilla.deployer.local.demo;

import java.io.IOException;
import java.io.InputStream;

/**
 * Whether somebody has pressed Enter. It only reads what is there: a process in the background that waits for its terminal
 * is stopped by the system.
 */
final class EnterKey {
    private final InputStream in;

    EnterKey(InputStream in) {
        this.in = in;
    }

    /** Whether a line came since the last call. */
    boolean pressed() {
        try {
            var pressed = false;
            while (in.available() > 0) {
                pressed |= in.read() == '\n';
            }
            return pressed;
        } catch (IOException e) {
            return false; // closed: nobody can press anything
        }
    }
}
