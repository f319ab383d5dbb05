package io.flotilla.deployer.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

import io.flotilla.base.noticeboard.Noticeboard;
import io.flotilla.base.noticeboard.Noticeboard.Superseded;
import io.flotilla.base.noticeboard.posting.RolloutPosting.State;
import io.flotilla.deployer.journal.Journal;
import io.flotilla.deployer.journal.Requests;
import io.flotilla.deployer.journal.Rollout;
import io.flotilla.deployer.platform.Front;
import io.flotilla.deployer.platform.Instances;
import io.flotilla.deployer.platform.PlatformFailure;
import io.flotilla.deployer.platform.Ports;
import io.flotilla.deployer.platform.Revisions;
import io.flotilla.deployer.platform.Revisions.Version;
import io.flotilla.deployer.platform.Targets;
import io.flotilla.deployer.rollout.RolloutRun;
import io.flotilla.deployer.rollout.Rollouts;
import io.flotilla.deployer.rollout.step.Verification;
import io.flotilla.deployer.simulation.cloud.Behaviour;
import io.flotilla.deployer.simulation.cloud.Cloud;
import io.flotilla.deployer.simulation.cloud.CloudPorts;
import io.flotilla.deployer.simulation.cloud.Story;
import io.flotilla.deployer.simulation.cloud.Truth;
import io.flotilla.deployer.terminal.Failure;

/** One rollout of one app through one seed's drama, and what must be true of it. */
final class Simulation implements Story, Weather.World {
    static final String APP = "Sales";
    static final Version OLD = new Version("1", "aaa111");
    static final Version NEW = new Version("2", "bbb222");
    private static final long LONGEST = Duration.ofHours(8).toSeconds();

    private final Drama drama;
    private final Mutation mutation;
    private final Random random;
    private final List<Line> story = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();
    private final Deque<Drama.Trouble> troubles;
    private final Noticeboard board;
    private final Cloud cloud;
    private final CloudPorts api;
    private final Weather weather;
    private final List<String> originals;
    private int crashesLeft;
    private int processes;

    Simulation(Drama drama, Mutation mutation) {
        this.drama = drama;
        this.mutation = mutation;
        this.random = new Random(drama.seed());
        this.troubles = new ArrayDeque<>(drama.troubles());
        var behaviour = new Behaviour(version -> drama.broken() && version.equals(NEW.id()), drama.slowest(),
                drama.lag(), drama.policy());
        this.cloud = new Cloud(drama.capacity(), (drama.first() ? NEW : OLD).id(), drama.suspended(), behaviour, this,
                random);
        this.api = new CloudPorts(cloud, List.of(OLD, NEW),
                version -> drama.wrong() && version.equals(NEW.id()) ? 500 : 200);
        this.board = new MemoryNoticeboard(!mutation.unfenced());
        this.originals = cloud.truth().bodies().stream().map(Truth.Body::id).toList();
        this.crashesLeft = drama.crashes();
        boolean afterWriting = random.nextBoolean();
        this.weather = new Weather(random, this, drama.errors(), nextCrash(), afterWriting,
                drama.stalls() ? random.nextInt(afterWriting ? 40 : 300) : -1, drama.refusals());
    }

    private int nextCrash() {
        return crashesLeft-- > 0 ? random.nextInt(120) : -1;
    }

    /** The story with every violation at its end; empty if all was as it must be. */
    Optional<String> failure() {
        try {
            play();
        } catch (RuntimeException | AssertionError defect) {
            violations.add("fails with " + defect);
            var trace = new java.io.StringWriter();
            defect.printStackTrace(new java.io.PrintWriter(trace));
            tell("defect", trace.toString());
        }
        return violations.isEmpty()
                ? Optional.empty()
                : Optional.of("seed %d: %s%n%s%n%s".formatted(drama.seed(), drama,
                        story.stream().map(Line::toString).collect(Collectors.joining("\n")),
                        violations.stream().map("VIOLATION: "::concat).collect(Collectors.joining("\n"))));
    }

    private void play() {
        boolean begun = act(process -> begin(process));
        for (int tries = 0; begun && !drama.first()
                && last().map(Rollout::state).filter(State.FAILED::equals).isPresent()
                && tries < 4; tries++) {
            // A person looks, mends what is broken, and takes the rollout up again.
            tell("person", "mends, then takes it up again");
            weather.calm();
            pass(900);
            act(process -> takeUp(process));
        }
        weather.calm();
        pass(1800);
        violations.addAll(new Judge(drama, originals).judge(board, cloud.truth(), cloud.suspended()));
    }

    private interface Beginning {
        RolloutRun of(Weather.Process process) throws Journal.Taken, Journal.Lost;
    }

    /** Lets processes work, each after the crash of the one before, until the rollout is over. */
    private boolean act(Beginning beginning) {
        var next = beginning;
        while (true) {
            var process = new Weather.Process("process " + ++processes);
            try {
                work(process, next.of(process));
                return true;
            } catch (Weather.Crash crash) {
                weather.crashAfter(nextCrash());
                pass(random.nextInt(400));
                if (last().isEmpty()) {
                    return false;
                }
                next = this::takeUp;
            } catch (Journal.Taken taken) {
                tell(process.name, taken.getMessage());
                pass(30);
            } catch (Journal.Lost lost) {
                tell(process.name, lost.getMessage());
                if (last().filter(Rollout::isOver).isPresent()) {
                    return true;
                }
                next = this::takeUp;
            } catch (PlatformFailure | java.io.UncheckedIOException later) {
                pass(30);
                next = last().isEmpty() ? beginning : this::takeUp;
            } catch (Failure refused) {
                tell(process.name, refused.getMessage());
                if (last().filter(Rollout::isOver).isPresent()) {
                    return true;
                }
                next = this::takeUp;
            }
            mustEnd();
        }
    }

    private void mustEnd() {
        if (cloud.now() > LONGEST) {
            throw new AssertionError("it never ends");
        }
    }

    private void work(Weather.Process process, RolloutRun run) throws Journal.Lost {
        for (var pause = run.advance(); pause.isPresent(); pause = run.advance()) {
            pass(pause.get().toSeconds());
            mustEnd();
        }
    }

    private RolloutRun begin(Weather.Process process) throws Journal.Taken, Journal.Lost {
        return rollouts(process)
                .begin(new Rollout.Order("r-1", APP, drama.first() ? Optional.empty() : Optional.of(OLD), NEW,
                        drama.terms(), "uma@laptop", clock()));
    }

    private RolloutRun takeUp(Weather.Process process) throws Journal.Taken, Journal.Lost {
        boolean back = random.nextInt(3) == 0 && last().filter(rollout -> !rollout.isBack()).isPresent();
        tell("person", back ? "rolls it back" : "resumes it");
        try {
            return back ? rollouts(process).rollBack() : rollouts(process).resume();
        } catch (Failure beyondReturn) {
            return rollouts(process).resume();
        }
    }

    private Rollouts rollouts(Weather.Process process) {
        var through = new Ports(weather.over(Instances.class, api, process), weather.over(Targets.class, api, process),
                weather.over(Revisions.class, api, process), weather.over(Front.class, api, process));
        var with = new RolloutRun.Circumstances(mutation.ports().apply(through),
                weather.over(Noticeboard.class, board, process), () -> clockOf(process), random,
                mutation.course(), this::hook, Duration.ofSeconds(10),
                (rollout, what) -> tell(process.name, rollout.step() + " " + what));
        return new Rollouts(with, APP, new Rollouts.Who("uma@laptop", "laptop", process.name));
    }

    private Verification.Hook.Running hook(String command, Map<String, String> environment) {
        return new Verification.Hook.Running() {
            @Override
            public Optional<Integer> exitCode() {
                return Optional.of(drama.contentHook() ? 0 : 1);
            }

            @Override
            public String output() {
                return "";
            }

            @Override
            public void kill() {}
        };
    }

    @Override
    public boolean overtake() {
        pass(Journal.LEASE.toSeconds() + 30);
        return last().filter(rollout -> !rollout.isOver()).isPresent() && act(this::takeUp);
    }

    /** What the journal says in the end. */
    Rollout rollout() {
        return last().orElseThrow();
    }

    Cloud cloud() {
        return cloud;
    }

    private Optional<Rollout> last() {
        return Journal.read(board, APP).rollout();
    }

    private Instant clockOf(Weather.Process process) {
        return mutation.drowsy() ? clock().minusSeconds(process.stalled) : clock();
    }

    private Instant clock() {
        return Instant.ofEpochSecond(1_800_000_000L + cloud.now());
    }

    @Override
    public long now() {
        return cloud.now();
    }

    @Override
    public void pass(long seconds) {
        long until = cloud.now() + seconds;
        while (!troubles.isEmpty() && troubles.getFirst().at() <= until) {
            var trouble = troubles.removeFirst();
            cloud.pass(Math.max(0, trouble.at() - cloud.now()));
            strike(trouble);
        }
        cloud.pass(Math.max(0, until - cloud.now()));
    }

    private void strike(Drama.Trouble trouble) {
        switch (trouble.kind()) {
            case KILL -> cloud.kill();
            case FLAP -> cloud.flap(trouble.seconds());
            case END_BY_HAND -> cloud.endByHand();
            case ABORT, APPROVE -> ask(trouble.kind());
        }
    }

    private void ask(Drama.Kind kind) {
        tell("person", kind == Drama.Kind.ABORT ? "aborts" : "approves");
        try {
            new Requests(board, APP).ask(kind == Drama.Kind.ABORT ? Requests.Kind.ABORT : Requests.Kind.APPROVE,
                    new Requests.Request("r-1", "vera@desk", clock()));
        } catch (Superseded impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Override
    public void tell(String who, String what) {
        tell(cloud.now(), who, what);
    }

    @Override
    public void tell(long at, String who, String what) {
        var line = new Line(at, who, what);
        if (story.isEmpty() || !story.get(story.size() - 1).saysTheSame(line)) {
            story.add(line);
        }
    }

    @Override
    public void reduced(long at, int before, int after, int needed, String by) {
        if (after < before && after < needed) {
            tell(at, "JUDGE", "only %d of %d serve after %s".formatted(after, needed, by));
            violations.add("%d s: only %d serve where %d must, because %s".formatted(at, after, needed, by));
        }
    }

    @Override
    public boolean mayLaunch(long at) {
        return at < drama.droughtFrom() || at >= drama.droughtUntil();
    }
}
