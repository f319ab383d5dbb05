package io.flotilla.deployer.release;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.base.noticeboard.Noticeboard.Superseded;
import io.flotilla.deployer.journal.History;
import io.flotilla.deployer.journal.Journal;
import io.flotilla.deployer.journal.Requests;
import io.flotilla.deployer.journal.Rollout;
import io.flotilla.deployer.platform.Platform;
import io.flotilla.deployer.platform.PlatformFailure;
import io.flotilla.deployer.platform.Revisions.Version;
import io.flotilla.deployer.rollout.Course;
import io.flotilla.deployer.rollout.RolloutRun;
import io.flotilla.deployer.rollout.Rollouts;
import io.flotilla.deployer.rollout.Rollouts.Who;
import io.flotilla.deployer.terminal.Failure;

/** The rollouts of one app in one environment, for the command line and the console. */
public final class Release {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")
            .withZone(ZoneOffset.UTC);
    private static final Duration POLL = Duration.ofSeconds(5);
    private static final Duration POLL_AT_HOME = Duration.ofMillis(500);

    private final EnvironmentView view;
    private final App app;
    private final Platform platform;
    private final Who who;
    private final InstantSource clock = InstantSource.system();

    /** @param who the person, and a token that is new for each run */
    public Release(EnvironmentView view, App app, Platform platform, Who who) {
        this.view = view;
        this.app = app;
        this.platform = platform;
        this.who = who;
    }

    /** Whether anything runs that is not of the newest version, or is to be started from another. */
    public boolean isStale() {
        return Rollouts.from(platform.ports(app), newest()).isPresent();
    }

    private Version newest() {
        return platform.ports(app).revisions().newest();
    }

    /** To the newest version. */
    public RolloutRun forward(Wishes wishes, RolloutRun.Listener listener) {
        return to(newest(), wishes, listener);
    }

    /**
     * A rollout of a former revision.
     *
     * @param revision the first letters of it; empty means what the last finished rollout replaced
     * @throws Failure if there is no such revision
     */
    public RolloutRun back(Optional<String> revision, Wishes wishes, RolloutRun.Listener listener) {
        return to(revision.map(this::bringing).orElseGet(this::replaced), wishes, listener);
    }

    private Version bringing(String revision) {
        var revisions = platform.ports(app).revisions();
        return revisions.bringing(revision).orElseThrow(() -> new Failure(
                "no version of %s brings a revision %s; there are %s".formatted(app.name(), revision,
                        revisions.all().stream().map(Version::revision).distinct().toList())));
    }

    /** That very version if it is still there: another may bring the same revision with other settings. */
    private Version replaced() {
        var former = new History(platform.noticeboard(), app.name()).lastDone().flatMap(Rollout::from)
                .orElseThrow(() -> new Failure("no rollout of %s has replaced anything yet; name a revision with --to"
                        .formatted(app.name())));
        return platform.ports(app).revisions().version(former.id()).filter(former::equals)
                .orElseGet(() -> bringing(former.revision()));
    }

    private RolloutRun to(Version version, Wishes wishes, RolloutRun.Listener listener) {
        var now = clock.instant();
        var id = "%s-%s-%s".formatted(STAMP.format(now), app.name(),
                HexFormat.of().toHexDigits((short) new Random().nextInt()));
        var order = new Rollout.Order(id, app.name(), Rollouts.from(platform.ports(app), version), version,
                wishes.terms(view, app), who.name(), now);
        return locked(() -> rollouts(listener).begin(order));
    }

    public RolloutRun resume(RolloutRun.Listener listener) {
        return locked(() -> rollouts(listener).resume());
    }

    /** Whether its last rollout is under way, or was left in the middle. */
    public boolean isUnfinished() {
        return page().rollout().filter(Rollouts::isUnfinished).isPresent();
    }

    public Journal.Page page() {
        return Journal.read(platform.noticeboard(), app.name());
    }

    /** Turns back what was left in the middle. */
    public RolloutRun rollBack(RolloutRun.Listener listener) {
        return locked(() -> rollouts(listener).rollBack());
    }

    /**
     * Asks the rollout that is under way, wherever it runs.
     *
     * @return the rollout that is asked
     * @throws Failure if none is under way, or if nobody is there to listen
     */
    public Rollout ask(Requests.Kind kind) {
        var page = page();
        var rollout = page.unfinished().orElseThrow(
                () -> new Failure("no rollout of %s is under way".formatted(app.name())));
        if (page.holder().filter(holder -> !holder.hasExpired(clock.instant())).isEmpty()) {
            throw new Failure("rollout %s of %s has lost its holder; resume it or roll it back".formatted(rollout.id(),
                    app.name()));
        }
        if (kind == Requests.Kind.ABORT && (rollout.isBack() || Course.isBeyondReturn(rollout))) {
            throw new Failure("rollout %s of %s cannot be aborted any more: it %s".formatted(rollout.id(), app.name(),
                    rollout.step().words()));
        }
        try {
            new Requests(platform.noticeboard(), app.name()).ask(kind,
                    new Requests.Request(rollout.id(), who.name(), clock.instant()));
            return rollout;
        } catch (Superseded faster) {
            throw new Failure("somebody else asked in the same moment; look, then ask again", faster);
        }
    }

    private Rollouts rollouts(RolloutRun.Listener listener) {
        var atHome = view.environment().platform() == io.flotilla.base.catalogue.Environment.Platform.LOCAL;
        return new Rollouts(new RolloutRun.Circumstances(platform.ports(app), platform.noticeboard(), clock,
                new Random(), Course.SAFE, new ShellHook(), atHome ? POLL_AT_HOME : POLL, listener), app.name(), who);
    }

    private interface Locked {
        RolloutRun begin() throws Journal.Taken, Journal.Lost;
    }

    private static RolloutRun locked(Locked work) {
        try {
            return work.begin();
        } catch (Journal.Taken | Journal.Lost held) {
            throw new Failure(held.getMessage(), held);
        } catch (PlatformFailure | UncheckedIOException failure) {
            throw new Failure(failure.getMessage(), failure);
        }
    }

    /**
     * Stays with a rollout until it is over.
     *
     * @return how it ended
     * @throws Failure if somebody else has taken it over
     */
    public static Rollout drive(RolloutRun run) throws InterruptedException {
        try {
            for (var pause = run.advance(); pause.isPresent(); pause = run.advance()) {
                TimeUnit.MILLISECONDS.sleep(pause.get().toMillis());
            }
            return run.rollout();
        } catch (Journal.Lost lost) {
            throw new Failure(lost.getMessage(), lost);
        }
    }
}
