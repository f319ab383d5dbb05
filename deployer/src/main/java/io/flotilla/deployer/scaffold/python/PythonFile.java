package io.flotilla.deployer.scaffold.python;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.flotilla.deployer.scaffold.python.Token.Kind;
import io.flotilla.deployer.scaffold.python.Value.Entry;
import io.flotilla.deployer.scaffold.python.Value.Mapping;

/**
 * The constants that a Python file defines at its top level. Imports, functions, classes and everything indented are passed
 * over; {@code NAME = …}, {@code NAME: type = …} and {@code NAME['key'] = …} are read, the last one winning as in Python.
 *
 * @param constants by name, each as an entry with the lines it stands on
 * @param comments  every comment of the file, in its order
 */
public record PythonFile(Map<String, Entry> constants, List<Comment> comments) {

    /** @throws PythonMistake if Python itself would not read it */
    public static PythonFile read(String text) throws PythonMistake {
        var cut = Tokens.of(text);
        var reader = new Reader(new Cursor(cut.tokens()));
        reader.statements();
        return new PythonFile(Map.copyOf(reader.constants), List.copyOf(cut.comments()));
    }

    public Optional<Entry> constant(String name) {
        return Optional.ofNullable(constants.get(name));
    }

    private static final class Reader {
        private final Map<String, Entry> constants = new HashMap<>();
        private final Cursor cursor;
        private final Expressions expressions;

        Reader(Cursor cursor) {
            this.cursor = cursor;
            this.expressions = new Expressions(cursor, constants);
        }

        void statements() throws PythonMistake {
            while (cursor.peek().kind() != Kind.END) {
                var first = cursor.peek();
                if (first.kind() == Kind.NAME && first.column() == 0) {
                    assignment(cursor.next());
                }
                cursor.skipStatement();
            }
        }

        private void assignment(Token name) throws PythonMistake {
            if (cursor.peek().is(":")) {
                cursor.skipTo("=");
            }
            if (cursor.take("=")) {
                var value = expressions.value();
                constants.put(name.text(), new Entry(name.line(), cursor.line(), new Value.Text(name.text()), value));
            } else if (cursor.peek().is("[")
                    && constant(name.text()) instanceof Mapping mapping) {
                keyed(mapping);
            }
        }

        private Value constant(String name) {
            return constants.containsKey(name) ? constants.get(name).value() : null;
        }

        /** {@code CONFIG['Sales'] = …} and {@code CONFIG['Sales']['url_path'] = …}. */
        private void keyed(Mapping mapping) throws PythonMistake {
            var line = cursor.next().line();
            var key = expressions.value();
            if (!cursor.take("]")) {
                return;
            }
            if (cursor.take("=")) {
                var value = expressions.value();
                mapping.entries().add(new Entry(line, cursor.line(), key, value));
            } else if (cursor.peek().is("[") && key instanceof Value.Text text
                    && mapping.find(text.text()).map(Entry::value).orElse(null) instanceof Mapping inner) {
                keyed(inner);
            }
        }
    }
}
