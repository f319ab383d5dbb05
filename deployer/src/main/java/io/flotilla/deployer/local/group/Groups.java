package io.flotilla.deployer.local.group;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.flotilla.deployer.local.instance.LaunchVersion;
import io.flotilla.deployer.terminal.Failure;

/** All groups of one fleet on this machine. */
public final class Groups {
    /** As many versions as one may want to go back to; the artifacts of older ones go. */
    private static final int KEPT = 10;

    private final Crew crew;
    private final Map<String, AppGroup> groups = new ConcurrentSkipListMap<>();

    public Groups(Crew crew) {
        this.crew = crew;
    }

    public Optional<AppGroup> find(String app) {
        return Optional.ofNullable(groups.get(app));
    }

    public Collection<AppGroup> all() {
        return groups.values();
    }

    /**
     * Brings an app to what the catalogue says: its rule, its checks, and a version that the next rollout may bring. An app's
     * first version is started at once.
     *
     * @throws Failure if there is nothing to run; the message says which key of the catalogue to change
     */
    public synchronized AppGroup apply(Definition definition) {
        var copy = crew.artifacts().keep(definition.source());
        var group = groups.computeIfAbsent(definition.app(), app -> new AppGroup(definition, crew));
        group.apply(definition, copy);
        return group;
    }

    /** Forgets old versions, and copies of artifacts that no version of any app brings. Only once all apps are applied. */
    public synchronized void prune() {
        for (var group : groups.values()) {
            var all = group.versions();
            all.subList(0, Math.max(0, all.size() - KEPT)).forEach(group::forget);
        }
        crew.artifacts().keepOnly(groups.values().stream().flatMap(group -> group.versions().stream())
                .map(LaunchVersion::revision).collect(Collectors.toSet()));
    }

    public void remove(String app) {
        find(app).ifPresent(AppGroup::remove);
    }

    /** Looks after all of them once. */
    public void look() throws InterruptedException {
        for (var group : groups.values()) {
            group.look();
            if (group.isGone()) {
                groups.remove(group.definition().app());
            }
        }
    }

    /** Those that wait for somebody or for time to pass. */
    public Stream<AppGroup> away() {
        return groups.values().stream().filter(AppGroup::isAway);
    }
}
