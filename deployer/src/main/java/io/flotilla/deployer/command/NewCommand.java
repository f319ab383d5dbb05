package io.flotilla.deployer.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.flotilla.deployer.git.GitSettings;
import io.flotilla.deployer.scaffold.dashboard.DashboardName;
import io.flotilla.deployer.scaffold.dashboard.Draft;
import io.flotilla.deployer.scaffold.dashboard.NewDashboard;
import io.flotilla.deployer.scaffold.dashboard.Wish;
import io.flotilla.deployer.terminal.ExitCode;
import io.flotilla.deployer.terminal.FleetOption;
import io.flotilla.deployer.terminal.Question;
import io.flotilla.deployer.terminal.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "new", description = {
        "Makes a dashboard on app-base that builds, tests and runs at once, and adds it to the catalogue.",
        "Comments and order of the catalogue stay; if anything is wrong, nothing is written."})
final class NewCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;
    @Mixin
    FleetOption fleet;
    @Parameters(index = "0", paramLabel = "NAME", description = "Its name in the catalogue, such as SalesReport.")
    String name;
    @Option(names = "--title", paramLabel = "TEXT", description = "What people read (default: the name's words).")
    String title;
    @Option(names = "--owner", paramLabel = "EMAIL", description = "Who answers for it, and is mailed; may be repeated (default: git's user.email).")
    List<String> owners = List.of();
    @Option(names = "--requires", paramLabel = "GROUP", description = "A group that opens it; may be repeated, and then all are needed (default: only the override groups).")
    List<String> requires = List.of();
    @Option(names = "--dir", paramLabel = "DIR", description = "Where to make it (default: ./sales-report for SalesReport).")
    Path dir;
    @Option(names = "--url-path", paramLabel = "PATH", description = "Its path on the fleet's host (default: /sales-report/).")
    String urlPath;
    @Option(names = "--package", paramLabel = "PACKAGE", description = "Its Java package (default: from the fleet's domain and the name).")
    String javaPackage;
    @Option(names = "--instance", paramLabel = "TYPE", description = "The instance type (default: the environment's).")
    String instance;
    @Option(names = "--ami", paramLabel = "AMI", description = "The machine image (default: the environment's, or that of most Java apps).")
    String ami;
    @Option(names = "--native", description = "It runs as a native binary instead of a jar.")
    boolean isNative;
    @Option(names = {"-y", "--yes"}, description = "Ask nothing.")
    boolean yes;
    @Option(names = "--json", description = "Print what was made as JSON.")
    boolean json;

    @Override
    public Integer call() throws Exception {
        // The catalogue's own rule for a name comes later; file names are made of this one at once.
        if (!name.matches("[A-Za-z][A-Za-z0-9]*")) {
            throw mistake(
                    "\"%s\" is no name of an app; write letters and digits only, beginning with a letter, such as SalesReport"
                            .formatted(name));
        }
        if (javaPackage != null && !javax.lang.model.SourceVersion.isName(javaPackage)) {
            throw mistake("\"%s\" is no Java package; write one such as com.example.sales".formatted(javaPackage));
        }
        var folder = dir == null ? Path.of(new DashboardName(name).repository()) : dir;
        var wish = new Wish(name, fleet.file(), folder, Optional.ofNullable(title), Optional.ofNullable(urlPath),
                Optional.ofNullable(javaPackage), owners(), requires, Optional.ofNullable(instance),
                Optional.ofNullable(ami), isNative);
        var draft = new NewDashboard(wish, System.getenv(), new Version().number()).draft();
        draft.write();
        spec.commandLine().getOut().println(json ? json(draft) : text(draft));
        return ExitCode.DONE;
    }

    private ParameterException mistake(String what) {
        return new ParameterException(spec.commandLine(), what);
    }

    private List<String> owners() {
        return owners.isEmpty()
                ? List.of(GitSettings.email().orElseGet(() -> {
                    if (yes) {
                        throw mistake("nobody says who owns it; add --owner EMAIL, or set git's user.email");
                    }
                    return Question.ask(spec, "Who answers for it (an e-mail address)? ", "add --owner EMAIL");
                }))
                : owners;
    }

    private static String text(Draft draft) {
        var berths = new StringBuilder();
        draft.entry().berths().forEach((environment, berth) -> berths.append(
                "%s%s".formatted(berths.isEmpty() ? "" : ", ", environment.key()))
                .append(berth.priority().isPresent() ? " (priority %d)".formatted(berth.priority().getAsInt()) : ""));
        return """
                %1$s: %2$d files in %3$s
                %4$s: apps.%1$s at %5$s in %6$s; owned by %7$s, not ready for prod

                Next:
                  cd %3$s
                  ./mvnw quarkus:dev      # on http://localhost:8080, as alice
                  ./mvnw verify           # what its CI runs; leaves the artifact that the catalogue names"""
                .formatted(draft.wish().app(), draft.files().size(), draft.wish().folder(), draft.wish().fleet(),
                        draft.entry().urlPath(), berths, String.join(", ", draft.wish().owners()));
    }

    private static String json(Draft draft) {
        var made = JsonNodeFactory.instance.objectNode();
        made.put("app", draft.wish().app()).put("folder", draft.wish().folder().toString())
                .put("fleet", draft.wish().fleet().toString()).put("url_path", draft.entry().urlPath())
                .put("artifact", draft.entry().artifact());
        var berths = made.putObject("berths");
        draft.entry().berths().forEach((environment, berth) -> {
            var node = berths.putObject(environment.key());
            berth.priority().ifPresent(priority -> node.put("priority", priority));
        });
        var files = made.putArray("files");
        draft.files().keySet().forEach(files::add);
        return made.toPrettyString();
    }
}
