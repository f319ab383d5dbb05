package io.flotilla.deployer.scaffold.python;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;

import io.flotilla.deployer.scaffold.python.Value.Entry;
import io.flotilla.deployer.scaffold.python.Value.Items;
import io.flotilla.deployer.scaffold.python.Value.Mapping;
import io.flotilla.deployer.scaffold.python.Value.Nothing;
import io.flotilla.deployer.scaffold.python.Value.Real;
import io.flotilla.deployer.scaffold.python.Value.Refused;
import io.flotilla.deployer.scaffold.python.Value.Text;
import io.flotilla.deployer.scaffold.python.Value.Truth;
import io.flotilla.deployer.scaffold.python.Value.Whole;

/** Works out expressions of constants: literals, {@code +}, names defined above, {@code dict(…)} and {@code os.path.join(…)}. */
final class Expressions {
    /** Python's own parser allows 200 open brackets ({@code MAXSTACK}, {@code too many nested parentheses}). */
    private static final int DEEPEST = 200;

    private final Cursor cursor;
    private final Map<String, Entry> constants;
    private int depth;

    Expressions(Cursor cursor, Map<String, Entry> constants) {
        this.cursor = cursor;
        this.constants = constants;
    }

    /** One expression; whatever stands behind it that is not understood makes it refused as a whole. */
    Value value() throws PythonMistake {
        var line = cursor.peek().line();
        if (++depth > DEEPEST) {
            throw new PythonMistake(line, "brackets are nested too deeply");
        }
        var value = signed();
        while (cursor.take("+")) {
            value = sum(line, value, signed());
        }
        depth--;
        return complete() ? value : refuse(line, "it is computed with `%s`".formatted(cursor.peek().text()));
    }

    private boolean complete() {
        var next = cursor.peek();
        return next.closes() || next.is(",") || next.is(":") || next.is("=") || next.is(";")
                || next.kind() == Token.Kind.NEWLINE || next.kind() == Token.Kind.END;
    }

    private Value signed() throws PythonMistake {
        if (cursor.take("-")) {
            var value = signed();
            return value instanceof Whole whole
                    ? new Whole(whole.number().negate())
                    : value instanceof Real real ? new Real(-real.number()) : value;
        }
        return primary();
    }

    private static Value sum(int line, Value left, Value right) {
        if (left instanceof Refused || right instanceof Refused) {
            return left instanceof Refused ? left : right;
        }
        if (left instanceof Text a && right instanceof Text b) {
            return new Text(a.text() + b.text());
        }
        if (left instanceof Whole a && right instanceof Whole b) {
            return new Whole(a.number().add(b.number()));
        }
        if (left instanceof Items a && right instanceof Items b) {
            var all = new ArrayList<>(a.values());
            all.addAll(b.values());
            return new Items(all);
        }
        return new Refused(line, "Python cannot add these two");
    }

    private Value primary() throws PythonMistake {
        var token = cursor.next();
        switch (token.kind()) {
            case STRING :
                return strings(token);
            case OTHER_STRING :
                return refuse(token.line(),
                        token.text().contains("f") ? "it is an f-string" : "it is bytes, not text");
            case NUMBER :
                return number(token);
            case NAME :
                return named(token);
            default :
                return bracketed(token);
        }
    }

    private Value bracketed(Token token) throws PythonMistake {
        if (token.is("(")) {
            return parenthesised();
        }
        if (token.is("[")) {
            return new Items(items("]"));
        }
        if (token.is("{")) {
            return braces();
        }
        return refuse(token.line(), token.is("*") || token.is("**")
                ? "it unpacks something else"
                : "`%s` is not understood here".formatted(token.text().isEmpty() ? "the end" : token.text()));
    }

    /** Strings side by side are one. */
    private Value strings(Token first) {
        var text = new StringBuilder(first.text());
        while (cursor.peek().kind() == Token.Kind.STRING) {
            text.append(cursor.next().text());
        }
        return cursor.peek().kind() == Token.Kind.OTHER_STRING
                ? refuse(cursor.peek().line(), "it is an f-string")
                : new Text(text.toString());
    }

    private Value number(Token token) {
        var digits = token.text().replace("_", "").toLowerCase(Locale.ROOT);
        if (digits.startsWith("0x")) {
            return new Whole(new BigInteger(digits.substring(2), 16));
        }
        if (digits.startsWith("0o")) {
            return new Whole(new BigInteger(digits.substring(2), 8));
        }
        if (digits.startsWith("0b")) {
            return new Whole(new BigInteger(digits.substring(2), 2));
        }
        if (digits.endsWith("j")) {
            return new Refused(token.line(), "it is a complex number");
        }
        return digits.matches("[0-9]+") ? new Whole(new BigInteger(digits)) : new Real(Double.parseDouble(digits));
    }

    private Value named(Token name) throws PythonMistake {
        switch (name.text()) {
            case "True" :
                return new Truth(true);
            case "False" :
                return new Truth(false);
            case "None" :
                return new Nothing();
            default :
                return constantOrCall(name);
        }
    }

    private Value constantOrCall(Token name) throws PythonMistake {
        var path = new StringBuilder(name.text());
        while (cursor.take(".")) {
            path.append('.').append(cursor.next().text());
        }
        if (cursor.take("(")) {
            return call(name.line(), path.toString());
        }
        var definition = constants.get(path.toString());
        if (definition == null) {
            return refuse(name.line(), "`%s` is not a constant defined above it".formatted(path));
        }
        var known = definition.value();
        return known instanceof Refused refused
                ? new Refused(name.line(), "`%s` is not known: %s (line %d)".formatted(path, refused.reason(),
                        refused.line()))
                : subscripted(name, known);
    }

    private Value subscripted(Token name, Value known) throws PythonMistake {
        var value = known;
        while (cursor.take("[")) {
            var key = value();
            cursor.take("]");
            var found = value instanceof Mapping mapping && key instanceof Text text ? mapping.find(text.text()) : null;
            if (found == null || found.isEmpty()) {
                return refuse(name.line(), "`%s` has no such key above it".formatted(name.text()));
            }
            value = found.get().value();
        }
        return value;
    }

    private Value call(int line, String function) throws PythonMistake {
        switch (function) {
            case "dict" :
                return keywords();
            case "os.path.join", "path.join", "posixpath.join" :
                return joined(line, new Items(items(")")));
            default :
                cursor.skipBrackets();
                return refuse(line, "it calls `%s(…)`".formatted(function));
        }
    }

    /** As {@code posixpath.join}: an absolute part throws away what stood before it. */
    private static Value joined(int line, Items parts) {
        var path = "";
        for (var part : parts.values()) {
            if (!(part instanceof Text text)) {
                return part instanceof Refused ? part : new Refused(line, "it joins what is not text");
            }
            path = text.text().startsWith("/") || path.isEmpty()
                    ? text.text()
                    : path + (path.endsWith("/") ? "" : "/") + text.text();
        }
        return new Text(path);
    }

    private Value parenthesised() throws PythonMistake {
        var line = cursor.line();
        if (cursor.take(")")) {
            return new Items(new ArrayList<>());
        }
        var first = value();
        if (cursor.take(")")) {
            return first;
        }
        if (!cursor.take(",")) {
            cursor.skipBrackets();
            return new Refused(line, "it is not a constant");
        }
        var values = items(")");
        values.add(0, first);
        return new Items(values);
    }

    private ArrayList<Value> items(String end) throws PythonMistake {
        var values = new ArrayList<Value>();
        while (!cursor.take(end)) {
            values.add(value());
            separator(end);
        }
        return values;
    }

    private Value keywords() throws PythonMistake {
        var mapping = new Mapping();
        while (!cursor.take(")")) {
            var key = cursor.next();
            if (key.kind() == Token.Kind.NAME && cursor.take("=")) {
                add(mapping, key.line(), new Text(key.text()));
            } else {
                mapping.entries().add(unpacked(key));
            }
            separator(")");
        }
        return mapping;
    }

    private Value braces() throws PythonMistake {
        var mapping = new Mapping();
        var set = new ArrayList<Value>();
        while (!cursor.take("}")) {
            var first = cursor.peek();
            if (first.is("**")) {
                mapping.entries().add(unpacked(cursor.next()));
            } else {
                var key = value();
                if (cursor.take(":")) {
                    add(mapping, first.line(), key);
                } else if (key instanceof Refused) {
                    mapping.entries().add(new Entry(first.line(), cursor.line(), key, key));
                } else {
                    set.add(key);
                }
            }
            separator("}");
        }
        return set.isEmpty() ? mapping : new Items(set);
    }

    private void add(Mapping mapping, int line, Value key) throws PythonMistake {
        var value = value();
        mapping.entries().add(new Entry(line, cursor.line(), key, value));
    }

    private Entry unpacked(Token what) {
        var reason = refuse(what.line(), "it unpacks something else");
        return new Entry(what.line(), cursor.line(), reason, reason);
    }

    private void separator(String end) throws PythonMistake {
        if (!cursor.peek().is(end) && !cursor.take(",")) {
            throw new PythonMistake(cursor.peek().line(),
                    "`%s` or a comma is missing before %s".formatted(end, cursor.peek().text().isEmpty()
                            ? "the end of the file"
                            : "`" + cursor.peek().text() + "`"));
        }
    }

    private Refused refuse(int line, String reason) {
        cursor.skipExpression();
        return new Refused(line, reason);
    }
}
