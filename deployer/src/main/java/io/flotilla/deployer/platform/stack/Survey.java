package io.flotilla.deployer.platform.stack;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a number of changes get along with one another, and with what is there.
 *
 * @param objections what would fail in the middle of the work, each with the way to mend it; nothing may be done while there are any
 * @param waits      by a stack's name, the stacks whose change has to be done before, because they hold what it takes
 * @param notes      what is done besides, such as a rule that steps aside for a swap
 */
public record Survey(List<String> objections, Map<String, Set<String>> waits, List<String> notes) {

    public Survey {
        objections = List.copyOf(objections);
        waits = Map.copyOf(waits);
        notes = List.copyOf(notes);
    }

    public static Survey clear() {
        return new Survey(List.of(), Map.of(), List.of());
    }
}
