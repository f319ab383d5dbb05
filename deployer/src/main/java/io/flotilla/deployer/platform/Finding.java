package io.flotilla.deployer.platform;

/**
 * One thing that an environment needs, looked at.
 *
 * @param what  such as {@code the account}
 * @param isFine whether it is as it has to be
 * @param detail what was found; if that is not fine, how to mend it
 */
public record Finding(String what, boolean isFine, String detail) {

    public static Finding fine(String what, String detail) {
        return new Finding(what, true, detail);
    }

    public static Finding wrong(String what, String detail) {
        return new Finding(what, false, detail);
    }
}
