package io.flotilla.deployer.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.concurrent.Callable;

import io.flotilla.base.catalogue.Environment;
import io.flotilla.base.catalogue.EnvironmentName;
import io.flotilla.base.noticeboard.Noticeboard.Superseded;
import io.flotilla.deployer.noticeboard.CataloguePoster;
import io.flotilla.deployer.noticeboard.CataloguePoster.Outcome;
import io.flotilla.deployer.noticeboard.Noticeboards;
import io.flotilla.deployer.terminal.ExitCode;
import io.flotilla.deployer.terminal.Failure;
import io.flotilla.deployer.terminal.FleetOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "post", description = "Posts the catalogue, its variables not filled in, to an environment's noticeboard, "
        + "where the portal and the health-monitor read it.")
final class PostCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;
    @Mixin
    FleetOption fleet;
    @Parameters(index = "0", paramLabel = "ENV", description = "One of ${COMPLETION-CANDIDATES}.", completionCandidates = FleetOption.EnvironmentNames.class)
    EnvironmentName name;

    @Override
    public Integer call() {
        var environment = fleet.view(name).environment();
        var place = environment.noticeboard().orElseThrow(() -> new Failure(
                "%s: environments.%s has no noticeboard; name an s3://bucket/prefix or a folder"
                        .formatted(fleet.file(), name.key())));
        var outcome = post(environment, place);
        spec.commandLine().getOut().println(outcome == Outcome.POSTED
                ? "posted %s to %s".formatted(fleet.file(), place)
                : "%s has this catalogue already".formatted(place));
        return ExitCode.DONE;
    }

    private Outcome post(Environment environment, String place) {
        try {
            var yaml = Files.readString(fleet.file());
            var file = fleet.file().getFileName().toString();
            Noticeboards.Work<Outcome> posting = noticeboard -> new CataloguePoster(noticeboard, Clock.systemUTC())
                    .post(file, yaml, person());
            return place.startsWith("s3:")
                    ? Noticeboards.inS3(place, environment.region().orElseThrow(), posting)
                    : Noticeboards.inFolder(fleet.beside(place), posting);
        } catch (Superseded superseded) {
            throw new Failure(
                    "somebody else posted a catalogue to %s in this moment; look at theirs, then run this again"
                            .formatted(place),
                    superseded);
        } catch (IOException | RuntimeException failure) {
            throw new Failure("cannot post to %s: %s".formatted(place, failure.getMessage()), failure);
        } catch (Exception unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    private static String person() {
        try {
            return System.getProperty("user.name") + "@" + InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException namelessMachine) {
            return System.getProperty("user.name");
        }
    }
}
