package io.flotilla.deployer.template.userdata;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.flotilla.deployer.template.Value;
import io.flotilla.deployer.template.Value.Join;
import io.flotilla.deployer.template.Value.Ref;
import io.flotilla.deployer.template.Value.Text;

/**
 * An instance as far as user data can see: a real bash whose every external command is replaced by one that writes down
 * how it was called. {@code install} keeps its files below {@link #files}, {@code aws} answers from
 * {@link #parameters}.
 */
final class Machine {
    /** Commands that the scripts call. {@code pwned} is what booby traps call; nobody may. */
    private static final List<String> COMMANDS = List.of("aws", "conda", "doppler", "git", "install", "java", "mktemp",
            "pwned",
            "rm", "runuser", "sha256sum", "stat", "systemctl", "tar");
    private final Path root;
    final Path files;
    final Path parameters;

    Machine(Path root) throws IOException {
        this.root = root;
        this.files = Files.createDirectories(root.resolve("files"));
        this.parameters = Files.createDirectories(root.resolve("parameters"));
        var recorder = recorder();
        var bin = Files.createDirectories(root.resolve("bin"));
        for (var command : COMMANDS) {
            Files.writeString(bin.resolve(command), recorder);
            bin.resolve(command).toFile().setExecutable(true);
        }
        for (var real : List.of("cat", "head", "mkdir", "tail", "tr")) {
            Files.writeString(bin.resolve(real), "#!/bin/sh\nexec /usr/bin/%s \"$@\"\n".formatted(real));
            bin.resolve(real).toFile().setExecutable(true);
        }
    }

    /** Puts something where {@code aws s3 cp} finds it. */
    void object(String name, byte[] content) throws IOException {
        Files.write(Files.createDirectories(root.resolve("objects")).resolve(name), content);
    }

    /** Lets a command be absent from the machine image. */
    Machine without(String command) throws IOException {
        Files.delete(root.resolve("bin").resolve(command));
        return this;
    }

    /** One command as it was called: its name, then its arguments. */
    List<List<String>> calls() throws IOException {
        var calls = new ArrayList<List<String>>();
        if (Files.exists(root.resolve("calls"))) {
            for (var call : Files.readString(root.resolve("calls")).split("\u0001")) {
                if (!call.isEmpty()) {
                    calls.add(List.of(call.substring(0, call.length() - 1).split("\0", -1)));
                }
            }
        }
        return calls;
    }

    record Outcome(int exitCode, String output) {}

    /** Runs a script with its parameters filled in, as CloudFormation would. */
    Outcome run(Value userData, Map<String, String> stackParameters) throws Exception {
        return run(evaluate(userData, stackParameters));
    }

    Outcome run(String script) throws Exception {
        var file = Files.writeString(root.resolve("script"), script);
        var log = root.resolve("log").toFile();
        var builder = new ProcessBuilder("/bin/bash", file.toString()).redirectErrorStream(true).redirectOutput(log)
                .redirectInput(new File("/dev/null"));
        builder.environment().clear();
        builder.environment().put("PATH", root.resolve("bin").toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        var process = builder.start();
        if (!process.waitFor(300, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the script does not end:\n" + Files.readString(log.toPath()));
        }
        return new Outcome(process.exitValue(), Files.readString(log.toPath()));
    }

    static String evaluate(Value value, Map<String, String> stackParameters) {
        if (value instanceof Text text) {
            return text.value();
        } else if (value instanceof Ref ref) {
            return stackParameters.get(ref.logicalId());
        }
        var whole = new StringBuilder();
        ((Join) value).values().forEach(part -> whole.append(evaluate(part, stackParameters)));
        return whole.toString();
    }

    private String recorder() {
        return """
                #!/bin/bash
                printf '%s\\0' "${0##*/}" "$@" >> @ROOT@/calls
                printf '\\1' >> @ROOT@/calls
                last=${!#}
                shopt -s nullglob
                case ${0##*/} in
                    install)
                        mkdir -p "@ROOT@/files${last%/*}"
                        if [[ ${*: -2:1} = /dev/stdin ]]; then cat > "@ROOT@/files$last"; fi ;;
                    runuser) shift 3; exec "$@" ;;
                    sha256sum) cat > @ROOT@/checked ;;
                    stat) echo ubuntu ;;
                    mktemp) echo @ROOT@/download ;;
                    git) if [[ $1 = init ]]; then mkdir -p -- "$last"; fi ;;
                    doppler) exit 1 ;;
                    aws)
                        key=${*: -2:1}
                        if [[ $1 = s3 && -f "@ROOT@/objects/${key##*/}" ]]; then
                            cat "@ROOT@/objects/${key##*/}" > "$last"
                        fi
                        while (( $# )); do
                            case $1 in
                                --name) cat "@ROOT@/parameters/${2//\\//_}" || exit 254 ;;
                                --path) for file in @ROOT@/parameters/${2//\\//_}*; do
                                    file=${file##*/}; prefix=${2//\\//_}; echo "$2/${file#"${prefix}_"}"; done ;;
                            esac
                            shift
                        done ;;
                esac
                """.replace("@ROOT@", root.toString());
    }
}
