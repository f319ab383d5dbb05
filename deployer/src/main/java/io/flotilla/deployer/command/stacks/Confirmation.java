package io.flotilla.deployer.command.stacks;

import io.flotilla.deployer.terminal.Failure;
import io.flotilla.deployer.terminal.Question;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Asks before something is done; a mixin of the commands that do something. Without a terminal, the answer is an option. */
final class Confirmation {
    @Spec(Spec.Target.MIXEE)
    CommandSpec spec;
    @Option(names = {"-y", "--yes"}, description = "Do not ask; what removes anything still needs --confirm.")
    boolean yes;
    @Option(names = "--confirm", paramLabel = "FLEET", description = "The fleet's name, instead of typing it when asked.")
    String confirmed;

    /** @throws Failure unless a person says yes, or {@code --yes} did */
    void ask(String question) {
        if (!yes && !answer(question + " [y/N] ", "add --yes").matches("(?i)y|yes")) {
            throw new Failure("nothing was done");
        }
    }

    /** @throws Failure unless a person types the fleet's name, or {@code --confirm} gave it */
    void askForName(String warning, String fleet) {
        var given = confirmed != null
                ? confirmed
                : answer("%s%nType the fleet's name to go on: ".formatted(warning), "add --confirm " + fleet);
        if (!given.equals(fleet)) {
            throw new Failure(
                    "\"%s\" is not the name of this fleet, which is %s; nothing was done".formatted(given, fleet));
        }
    }

    private String answer(String question, String instead) {
        return Question.ask(spec, question, instead);
    }
}
