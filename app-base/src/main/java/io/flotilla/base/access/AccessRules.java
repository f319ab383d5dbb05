package io.flotilla.base.access;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who may open one app. Deny by default: without any requirement only the override groups get in.
 *
 * @param requirements the groups a person must be in, ALL of them; {@link #EVERYONE} is every signed-in person's
 * @param overrides    the groups that overrule every requirement
 */
public record AccessRules(Set<String> requirements, Set<String> overrides) {
    /** The reserved group that every signed-in person is in. */
    public static final String EVERYONE = "everyone";

    public AccessRules {
        requirements = Set.copyOf(requirements);
        overrides = Set.copyOf(overrides);
    }

    /** The one function that tile, app, API and explanation all call. */
    public Decision decide(Person person) {
        var overriding = overrides.stream().filter(person.groups()::contains).sorted().findFirst();
        if (overriding.isPresent()) {
            return new Decision.Overruled(overriding.get());
        }
        if (requirements.isEmpty()) {
            return new Decision.Closed();
        }
        var missing = new TreeSet<>(requirements);
        missing.removeAll(person.groups());
        missing.remove(EVERYONE);
        return missing.isEmpty() ? new Decision.Met(requirements) : new Decision.Missing(new LinkedHashSet<>(missing));
    }
}
