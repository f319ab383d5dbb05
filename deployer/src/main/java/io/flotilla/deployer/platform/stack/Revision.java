package io.flotilla.deployer.platform.stack;

import java.util.Optional;

/**
 * Exactly what code an instance runs.
 *
 * @param code     a git commit, or an artifact's digest: 40 or 64 lower-case hexadecimal digits
 * @param codebase the commit of the second repository, if the app has one
 */
public record Revision(String code, Optional<String> codebase) {

    public static Revision of(String code) {
        return new Revision(code, Optional.empty());
    }

    /** As people read it: twelve digits of each. */
    @Override
    public String toString() {
        return brief(code) + codebase.map(commit -> "+" + brief(commit)).orElse("");
    }

    private static String brief(String digits) {
        return digits.substring(0, Math.min(12, digits.length()));
    }
}
