package io.flotilla.deployer.console.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.flotilla.base.catalogue.EnvironmentName;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.deployer.apply.Application;
import io.flotilla.deployer.console.ConsoleConfig;
import io.flotilla.deployer.console.plan.Draft.State;
import io.flotilla.deployer.console.rollout.OpenPlatforms;
import io.flotilla.deployer.plan.Holders;
import io.flotilla.deployer.plan.Plan;
import io.flotilla.deployer.plan.Planner;
import io.flotilla.deployer.plan.Selection;
import io.flotilla.deployer.platform.Platform;
import io.flotilla.deployer.platform.PlatformFailure;
import io.flotilla.deployer.terminal.Failure;

/** One plan for each environment, worked out and carried out in this process; a newer one forgets the one before. */
@ApplicationScoped
public class Drafts {
    private static final int AT_A_TIME = 5;

    private final ConsoleConfig config;
    private final OpenPlatforms platforms;
    private final Map<EnvironmentName, Kept> kept = new EnumMap<>(EnvironmentName.class);

    /** A draft, with what it needs to be carried out or forgotten. */
    private record Kept(Draft draft, Optional<Platform> platform, Optional<Planner> planner, String yaml) {
        Kept with(Draft next) {
            return new Kept(next, platform, planner, yaml);
        }
    }

    Drafts(ConsoleConfig config, OpenPlatforms platforms) {
        this.config = config;
        this.platforms = platforms;
    }

    synchronized Optional<Draft> of(EnvironmentName environment) {
        return Optional.ofNullable(kept.get(environment)).map(Kept::draft);
    }

    /**
     * Begins to work one out.
     *
     * @param prune whether it removes the stacks of apps that left the catalogue
     * @throws Failure if one is being worked out or applied
     */
    void begin(EnvironmentView view, boolean prune, String person) {
        var name = view.environment().name();
        var draft = Draft.begun(UUID.randomUUID().toString(), name, person, Instant.now());
        Optional<Kept> former;
        synchronized (this) {
            former = Optional.ofNullable(kept.get(name));
            if (former.filter(there -> there.draft().isBusy()).isPresent()) {
                throw new Failure("a plan of %s is under way already; wait until it is done".formatted(name.key()));
            }
            kept.put(name, new Kept(draft, Optional.empty(), Optional.empty(), ""));
        }
        inBackground("plan of " + name.key(), draft, () -> {
            former.ifPresent(Drafts::forget);
            plan(view, prune, draft);
        });
    }

    private void plan(EnvironmentView view, boolean prune, Draft draft) {
        var yaml = text();
        var platform = platforms.open(view);
        var planner = new Planner(view, platform.stacks(), platform.sources(),
                new Holders(platform.noticeboard(), InstantSource.system()), platform.signIn());
        synchronized (this) {
            kept.put(draft.environment(), new Kept(draft, Optional.of(platform), Optional.of(planner), yaml));
        }
        var plan = planner.plan(new Selection(java.util.Set.of(), false, prune));
        change(draft, now -> now.planned(plan));
    }

    /**
     * Begins to carry it out.
     *
     * @param id the plan that was shown
     * @throws Failure if that is not the environment's plan any more, or cannot be applied
     */
    void apply(EnvironmentName environment, String id, String person) {
        Kept confirmed;
        synchronized (this) {
            confirmed = kept.get(environment);
            if (confirmed == null || !confirmed.draft().id().equals(id)) {
                throw new Failure("there is a newer plan than the one you saw; nothing was done. Look at it first");
            } else if (!confirmed.draft().canBeApplied()) {
                throw new Failure("this plan cannot be applied (any more); nothing was done. Plan again");
            }
            kept.put(environment, confirmed.with(confirmed.draft().applying()));
        }
        var draft = confirmed.draft();
        var application = new Application(confirmed.platform().orElseThrow(),
                config.catalogue().getFileName().toString(), confirmed.yaml(), person);
        inBackground("apply of " + environment.key(), draft, () -> {
            var report = application.carryOut(draft.plan().orElseThrow(),
                    (stack, what) -> change(draft, now -> now.step(stack, what)), AT_A_TIME);
            change(draft, now -> now.applied(report.outcomes(), String.join("; ", report.troubles())));
        });
    }

    private void inBackground(String name, Draft draft, Runnable work) {
        var worker = new Thread(() -> {
            try {
                work.run();
            } catch (RuntimeException failure) {
                change(draft, now -> now.failed(failure instanceof Failure || failure instanceof PlatformFailure
                        ? failure.getMessage()
                        : failure.toString()));
            }
        }, name);
        worker.setDaemon(true);
        worker.start();
    }

    private synchronized void change(Draft draft, UnaryOperator<Draft> change) {
        var there = kept.get(draft.environment());
        if (there != null && there.draft().id().equals(draft.id())) {
            kept.put(draft.environment(), there.with(change.apply(there.draft())));
        }
    }

    /** Its change sets go; those that were executed are gone already. */
    private static void forget(Kept former) {
        former.planner().ifPresent(planner -> {
            if (former.draft().state() != State.APPLIED) {
                former.draft().plan().ifPresent(plan -> discard(planner, plan));
            }
        });
        former.platform().ifPresent(Platform::close);
    }

    /** What cannot be forgotten now is in nobody's way: a new plan makes its own. */
    private static void discard(Planner planner, Plan plan) {
        try {
            planner.discard(plan);
        } catch (PlatformFailure unreachable) {
            return;
        }
    }

    private String text() {
        try {
            return Files.readString(config.catalogue());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @PreDestroy
    synchronized void close() {
        kept.values().forEach(Drafts::forget);
    }
}
