package io.flotilla.deployer.template.userdata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.flotilla.deployer.template.InvalidTemplate;
import io.flotilla.deployer.template.Value;
import io.flotilla.deployer.template.Value.Ref;
import io.flotilla.deployer.template.Value.Text;

/** A bash script in the making: parts of it are known, a few only when the stack is applied. */
final class Script {
    private final List<Value> parts = new ArrayList<>();
    private final StringBuilder known = new StringBuilder();

    /** Appends one of the scripts beside this class. */
    Script part(String file) {
        known.append(read(file));
        return this;
    }

    /** Sets a variable to a text of any origin. */
    Script set(String variable, String text) {
        known.append(variable).append('=').append(ShellWord.of(text)).append('\n');
        return this;
    }

    /** Sets a variable to a parameter; its pattern keeps it from meaning anything to bash. */
    Script set(String variable, Ref parameter) {
        known.append(variable).append('=');
        flush();
        parts.add(parameter);
        known.append('\n');
        return this;
    }

    /** Sets an array of {@code NAME=value}. */
    Script set(String variable, Map<String, String> pairs) {
        known.append(variable).append("=(\n");
        pairs.forEach((name, value) -> known.append("    ").append(ShellWord.of(name + "=" + value)).append('\n'));
        known.append(")\n");
        return this;
    }

    /** Has bash leave a text of any origin in a file that it may run. */
    Script file(String path, String text) {
        var end = "END";
        while (text.lines().toList().contains(end)) {
            end += "_";
        }
        known.append("install -D -m 0755 /dev/stdin ").append(path).append(" << '").append(end).append("'\n")
                .append(text).append(text.endsWith("\n") ? "" : "\n").append(end).append('\n');
        return this;
    }

    /**
     * The whole script.
     *
     * @param mostBytes how long it may be when every parameter is as long as {@code parameterBytes}
     */
    Value toValue(int mostBytes, int parameterBytes) {
        flush();
        var length = parts.stream().mapToInt(part -> part instanceof Text text
                ? text.value().getBytes(StandardCharsets.UTF_8).length
                : parameterBytes).sum();
        if (length > mostBytes) {
            throw new InvalidTemplate(
                    ("its user data would be %,d bytes long, and EC2 takes %,d; move what user_data does "
                            + "into the repository or the machine image").formatted(length, mostBytes));
        }
        return new Value.Join("", parts);
    }

    private void flush() {
        if (!known.isEmpty()) {
            parts.add(new Text(known.toString()));
            known.setLength(0);
        }
    }

    private static String read(String file) {
        try (var in = Script.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
