package io.flotilla.deployer.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.Environment.Platform;
import io.flotilla.base.catalogue.EnvironmentName;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.base.catalogue.Settings;
import io.flotilla.deployer.template.InvalidTemplate;
import io.flotilla.deployer.template.Template;
import io.flotilla.deployer.template.stack.AppStack;
import io.flotilla.deployer.template.stack.EnvironmentStack;
import io.flotilla.deployer.terminal.ExitCode;
import io.flotilla.deployer.terminal.Failure;
import io.flotilla.deployer.terminal.FleetOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "template", description = TemplateCommand.DESCRIPTION)
final class TemplateCommand implements Callable<Integer> {
    static final String DESCRIPTION = "Prints the CloudFormation templates of an environment: the shared stack's and "
            + "every app's, or those of the apps that are named. Nothing is asked of AWS.";

    @Spec
    CommandSpec spec;
    @Mixin
    FleetOption fleet;
    // @formatter:off
    @Parameters(index = "0", paramLabel = "ENV", description = "One of ${COMPLETION-CANDIDATES}.",
            completionCandidates = FleetOption.EnvironmentNames.class)
    // @formatter:on
    EnvironmentName environment;
    @Parameters(index = "1..*", paramLabel = "APP", description = "An app of the environment.")
    List<String> apps = new ArrayList<>();
    @Option(names = "--out", paramLabel = "DIR", description = "Write DIR/<stack>.yaml instead of standard output.")
    Path out;

    @Override
    public Integer call() {
        var templates = templates(view());
        if (out == null) {
            print(templates);
        } else {
            write(templates);
        }
        return ExitCode.DONE;
    }

    private EnvironmentView view() {
        var view = fleet.view(environment);
        if (view.environment().platform() != Platform.AWS) {
            throw new ParameterException(spec.commandLine(),
                    "%s runs on this machine; only what runs on AWS has templates"
                            .formatted(environment.key()));
        }
        return view;
    }

    private List<Template> templates(EnvironmentView view) {
        var named = apps.stream().map(name -> app(view, name)).toList();
        try {
            var templates = new ArrayList<Template>();
            if (named.isEmpty()) {
                templates.add(EnvironmentStack.of(view));
            }
            for (var app : named.isEmpty() ? view.apps() : named) {
                templates.add(AppStack.of(view, app, Settings.of(view, app), script(app)));
            }
            return templates;
        } catch (InvalidTemplate invalid) {
            throw new Failure("%s: %s".formatted(fleet.file(), invalid.getMessage()), invalid);
        }
    }

    private App app(EnvironmentView view, String name) {
        return view.app(name).orElseThrow(() -> new ParameterException(spec.commandLine(), "no app %s in %s; it has %s"
                .formatted(name, environment.key(), String.join(", ", view.apps().stream().map(App::name).toList()))));
    }

    private Optional<String> script(App app) {
        return app.userData().map(path -> {
            var file = fleet.beside(path);
            try {
                return Files.readString(file);
            } catch (IOException unreadable) {
                throw new Failure(
                        "apps.%s.user_data: cannot read %s as UTF-8 text; check the path, which is relative to %s"
                                .formatted(app.name(), file, fleet.file()),
                        unreadable);
            }
        });
    }

    private void print(List<Template> templates) {
        var terminal = spec.commandLine().getOut();
        for (var template : templates) {
            if (templates.size() > 1) {
                terminal.print("--- # " + template.stack() + "\n");
            }
            terminal.print(yaml(template));
        }
        terminal.flush();
    }

    private void write(List<Template> templates) {
        try {
            Files.createDirectories(out);
            for (var template : templates) {
                var file = out.resolve(template.stack() + ".yaml");
                Files.writeString(file, yaml(template));
                spec.commandLine().getErr().println("wrote " + file);
            }
        } catch (IOException unwritable) {
            throw new Failure("cannot write to %s: %s".formatted(out, unwritable.getMessage()), unwritable);
        }
    }

    private String yaml(Template template) {
        try {
            return template.yaml();
        } catch (InvalidTemplate invalid) {
            throw new Failure(invalid.getMessage(), invalid);
        }
    }
}
