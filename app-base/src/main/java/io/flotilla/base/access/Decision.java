package io.flotilla.base.access;

import java.util.Set;

/** Whether somebody may open something, and why. */
public sealed interface Decision {
    default boolean allowed() {
        return this instanceof Met || this instanceof Overruled;
    }

    /** Every requirement is met. */
    record Met(Set<String> requirements) implements Decision {}

    /** An override group opens everything. */
    record Overruled(String group) implements Decision {}

    /** Some requirements are not met; {@code groups} are those the person would have to join, sorted. */
    record Missing(Set<String> groups) implements Decision {}

    /** Nobody has opened it to anyone yet. */
    record Closed() implements Decision {}

    /** Who may open it could not be learnt, now or ever before. */
    record Unknown() implements Decision {}
}
