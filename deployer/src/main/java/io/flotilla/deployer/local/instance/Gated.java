package io.flotilla.deployer.local.instance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Python app on this machine: two processes, the app on loopback and the gate before it, that live and die together. */
final class Gated {
    /** What an app shares with nobody: it is the gate that signs people in. */
    private static final List<String> GATES_OWN = List.of("FLOTILLA_IDENTITY_SESSION_KEY", "FLOTILLA_PORTAL_TOKEN");
    /** Enough for a data frame; a laptop has it to spare. */
    private static final int DATA_KILOBYTES = 2 * 1024 * 1024;

    /**
     * The gate becomes the first process. Beside it a shell waits for the app and ends the gate after it, and another ends the app once
     * the gate is gone.
     */
    private static final String SCRIPT = """
            folder=$1 python=$2; shift 2
            (
                cd -- "$folder" || exit
                unset %s
                ulimit -d %d
                "$python" app.py & app=$!
                ( while kill -0 $$; do sleep 1; done; kill $app ) 2> /dev/null &
                wait $app
                kill $$ 2> /dev/null
            ) &
            exec "$@"
            """.formatted(String.join(" ", GATES_OWN), DATA_KILOBYTES);

    private Gated() {}

    /**
     * Runs {@code app.py}, as an instance on AWS does.
     *
     * @param copy   the app's folder, as it was applied
     * @param source where it was copied from; a virtual environment {@code .venv} there is used, and not copied
     * @param gate   app-base's own program
     */
    static List<String> command(Path copy, Path source, List<String> gate) {
        var command = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "gated", copy.toString(), python(source)));
        command.addAll(gate);
        return command;
    }

    private static String python(Path source) {
        var own = source.resolve(".venv/bin/python");
        return Files.isExecutable(own) ? own.toString() : "python3";
    }
}
