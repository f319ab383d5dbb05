package io.flotilla.deployer.command;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.concurrent.Callable;

import io.flotilla.base.catalogue.Environment;
import io.flotilla.base.catalogue.EnvironmentName;
import io.flotilla.base.noticeboard.FolderNoticeboard;
import io.flotilla.base.noticeboard.Noticeboard;
import io.flotilla.base.noticeboard.Noticeboard.Superseded;
import io.flotilla.deployer.aws.NoticeboardInS3;
import io.flotilla.deployer.noticeboard.CataloguePoster;
import io.flotilla.deployer.noticeboard.CataloguePoster.Outcome;
import io.flotilla.deployer.terminal.ExitCode;
import io.flotilla.deployer.terminal.Failure;
import io.flotilla.deployer.terminal.FleetOption;
import io.flotilla.deployer.terminal.Person;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "post", description = PostCommand.DESCRIPTION)
final class PostCommand implements Callable<Integer> {
    static final String DESCRIPTION = "Posts the catalogue, its variables not filled in, to an environment's "
            + "noticeboard, where the portal and the health-monitor read it.";

    @Spec
    CommandSpec spec;
    @Mixin
    FleetOption fleet;
    // @formatter:off
    @Parameters(index = "0", paramLabel = "ENV", description = "One of ${COMPLETION-CANDIDATES}.",
            completionCandidates = FleetOption.EnvironmentNames.class)
    // @formatter:on
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
            return place.startsWith("s3:")
                    ? postToS3(place, environment.region().orElseThrow())
                    : postTo(new FolderNoticeboard(fleet.beside(place)));
        } catch (Superseded superseded) {
            throw new Failure(
                    "somebody else posted a catalogue to %s in this moment; look at theirs, then run this again"
                            .formatted(place),
                    superseded);
        } catch (IOException | RuntimeException failure) {
            throw new Failure("cannot post to %s: %s".formatted(place, failure.getMessage()), failure);
        }
    }

    private Outcome postToS3(String place, String region) throws IOException, Superseded {
        try (var opened = new NoticeboardInS3(place, region)) {
            return postTo(opened.noticeboard());
        }
    }

    private Outcome postTo(Noticeboard noticeboard) throws IOException, Superseded {
        return new CataloguePoster(noticeboard, Clock.systemUTC())
                .post(fleet.file().getFileName().toString(), Files.readString(fleet.file()), Person.here());
    }
}
