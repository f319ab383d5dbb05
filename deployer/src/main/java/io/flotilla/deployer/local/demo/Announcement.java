package io.flotilla.deployer.local.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.base.signin.local.People;
import io.flotilla.deployer.local.instance.Programs;

/** What a person needs to know once the fleet is up; the last thing printed. */
final class Announcement {
    /** The monitor gathers what changes for this long before it writes one mail. */
    private static final Duration GATHERED = Duration.ofSeconds(10);

    private final EnvironmentView view;
    private final List<People.Member> people;
    private final ToLongFunction<App> pids;
    private final Duration away;
    private final Path logs;

    /**
     * @param people who may sign in; none if somebody else knows
     * @param pids   the process of an app
     * @param away   how long an app that ended stays away
     */
    Announcement(EnvironmentView view, List<People.Member> people, ToLongFunction<App> pids, Duration away, Path logs) {
        this.view = view;
        this.people = people;
        this.pids = pids;
        this.away = away;
        this.logs = logs;
    }

    String text(Duration took) {
        return """

                The fleet %s is up, after %d s. Open

                    %s/

                Sign in as  %s
                %sLogs        %s
                Stop        Ctrl-C
                """.formatted(view.catalogue().fleet(), took.toSeconds(), view.environment().origin(),
                who(),
                mailbox() + outage(), logs);
    }

    private String who() {
        return people.isEmpty()
                ? view.environment().identity().issuer() + " asks who you are"
                : people.stream().map(Announcement::who).collect(Collectors.joining("\n            "));
    }

    private static String who(People.Member member) {
        var groups = member.person().groups();
        return "%-18s %s".formatted(member.person().name(),
                groups.isEmpty() ? "no group" : groups.stream().sorted().collect(Collectors.joining(", ")));
    }

    private String mailbox() {
        return view.apps().stream().filter(Programs::isMailbox)
                .map(app -> "Mails       %s shows every mail that is sent%n".formatted(view.url(app)))
                .collect(Collectors.joining());
    }

    private String outage() {
        return view.apps().stream().filter(app -> app.role().isEmpty() && !Programs.isMailbox(app)).findFirst()
                .map(this::outage).orElse("");
    }

    private String outage(App app) {
        var alerts = view.environment().alerts();
        var mail = alerts.every().multipliedBy(alerts.downAfter()).plus(GATHERED);
        return """
                Break it    kill -9 %d  ends %s; within about %d s a mail tells %s.
                            It stays away for %d s, or until you press Enter here; then another mail says it is back.
                """.formatted(pids.applyAsLong(app), app.title(), mail.toSeconds(),
                String.join(" and ", app.emailTo()), away.toSeconds());
    }
}
