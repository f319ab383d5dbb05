package io.flotilla.deployer.local.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

import io.flotilla.deployer.local.group.AppGroup;
import io.flotilla.deployer.local.group.Definition;

/** What applying an app would change, in the names that its parts have on AWS. */
final class Changes {
    private Changes() {}

    /** The parts that change, each with what changes of it; all parts without any if the app is new. */
    static Map<String, List<String>> of(Optional<AppGroup> group, Definition next, String revision) {
        if (group.isEmpty()) {
            var parts = new LinkedHashMap<String, List<String>>();
            List.of("TargetGroup", "ListenerRule", "LaunchTemplate", "Group")
                    .forEach(part -> parts.put(part, List.of()));
            return parts;
        }
        return between(group.get(), group.get().definition(), next, revision);
    }

    private static Map<String, List<String>> between(AppGroup group, Definition now, Definition next, String revision) {
        var parts = new LinkedHashMap<String, List<String>>();
        if (!now.policy().equals(next.policy())) {
            parts.put("TargetGroup", List.of("HealthCheck"));
        }
        if (!now.urlPath().equals(next.urlPath()) || now.priority() != next.priority()) {
            parts.put("ListenerRule", List.of("Conditions", "Priority"));
        }
        var template = template(group, next, revision);
        if (!template.isEmpty()) {
            parts.put("LaunchTemplate", template);
        }
        if (now.instances() != next.instances()) {
            parts.put("Group", List.of("MinSize", "MaxSize"));
        }
        return parts;
    }

    private static List<String> template(AppGroup group, Definition next, String revision) {
        var newest = group.versions().stream().reduce((older, newer) -> newer);
        if (newest.isEmpty()) {
            return List.of("Revision");
        }
        var changed = new ArrayList<String>();
        if (!newest.get().revision().equals(revision)) {
            changed.add("Revision");
        }
        var names = new TreeSet<>(next.settings().keySet());
        names.addAll(newest.get().settings().keySet());
        names.stream().filter(name -> !Objects.equals(next.settings().get(name), newest.get().settings().get(name)))
                .forEach(changed::add);
        return changed;
    }
}
