package io.flotilla.deployer.rollout;

import java.util.ArrayList;
import java.util.List;

import io.flotilla.deployer.journal.Rollout.Evidence;
import io.flotilla.deployer.platform.PlatformFailure;
import io.flotilla.deployer.platform.Ports;
import io.flotilla.deployer.rollout.step.Scene;

/** What is found out about new instances before they go: their targets' reasons, and what they printed. */
final class Findings {
    private static final int CONSOLE = 4_000;

    private Findings() {}

    static List<Evidence> of(Scene scene, Ports ports) {
        var found = new ArrayList<Evidence>();
        for (var member : scene.fresh()) {
            if (!scene.isServing(member)) {
                found.add(new Evidence(member.id(), scene.describe(member)));
                var console = console(member.id(), ports);
                if (!console.isBlank()) {
                    found.add(new Evidence("console of " + member.id(), console));
                }
            }
        }
        return found;
    }

    private static String console(String instance, Ports ports) {
        try {
            var text = ports.instances().console(instance);
            return text.substring(Math.max(0, text.length() - CONSOLE));
        } catch (PlatformFailure unseen) {
            return "cannot be read: " + unseen.reason();
        }
    }
}
