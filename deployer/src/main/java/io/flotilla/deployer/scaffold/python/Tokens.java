package io.flotilla.deployer.scaffold.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.flotilla.deployer.scaffold.python.Token.Kind;

/** Cuts a file into words (The Python Language Reference, "Lexical analysis"), less what only indentation means. */
final class Tokens {
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{M}\\p{N}_]*");
    private static final Pattern NUMBER = Pattern
            .compile(
                    "0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|(?:[0-9][0-9_]*)?\\.?[0-9][0-9_]*\\.?(?:[eE][+-]?[0-9_]+)?[jJ]?");
    private static final Pattern STRING = Pattern.compile("([A-Za-z]{0,2})(\"\"\"|'''|\"|')");
    private static final Pattern OPERATOR = Pattern
            .compile("\\*\\*=?|//=?|>>=?|<<=?|\\.\\.\\.|->|:=|[-+*/%&|^@=!<>]=|[-+*/%&|^~@=<>()\\[\\]{},:.;!]");
    private static final Pattern BLANK = Pattern.compile("[ \\t\\f]+|\\\\\\n");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Comment> comments = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;
    private int depth;

    /** A file's words, and apart from them its comments, in the order of the file. */
    record Cut(List<Token> tokens, List<Comment> comments) {}

    private Tokens(String text) {
        this.text = text;
    }

    static Cut of(String file) throws PythonMistake {
        var text = file.startsWith("\uFEFF") ? file.substring(1) : file;
        return new Tokens(text.replace("\r\n", "\n").replace('\r', '\n')).cut();
    }

    private Cut cut() throws PythonMistake {
        while (at < text.length()) {
            next();
        }
        newline();
        tokens.add(new Token(Kind.END, "", line, line, 0));
        return new Cut(tokens, comments);
    }

    private void next() throws PythonMistake {
        var c = text.charAt(at);
        Matcher found;
        if (c == '\n') {
            if (depth == 0) {
                newline();
            }
            advance(at + 1);
        } else if (c == '#') {
            comment();
        } else if ((found = matches(BLANK)) != null) {
            advance(found.end());
        } else if ((found = matches(STRING)) != null) {
            string(found);
        } else if ((found = matches(NAME)) != null) {
            add(Kind.NAME, found.group(), found.end());
        } else if ((found = matches(NUMBER)) != null) {
            add(Kind.NUMBER, found.group(), found.end());
        } else if ((found = matches(OPERATOR)) != null) {
            add(Kind.OPERATOR, found.group(), found.end());
            depth(tokens.get(tokens.size() - 1));
        } else {
            throw new PythonMistake(line,
                    "Python knows no `%s` here".formatted(Character.toString(text.codePointAt(at))));
        }
    }

    private void comment() {
        var end = text.indexOf('\n', at);
        end = end < 0 ? text.length() : end;
        comments.add(new Comment(line, text.substring(at + 1, end).strip(), text.substring(lineStart, at).isBlank()));
        at = end;
    }

    private void string(Matcher opening) throws PythonMistake {
        var prefix = opening.group(1).toLowerCase(Locale.ROOT);
        if (!prefix.matches("|r|u|b|f|br|rb|fr|rf")) {
            throw new PythonMistake(line, "no string begins with `%s`".formatted(opening.group()));
        }
        var quotes = opening.group(2);
        var end = opening.end();
        while (!text.startsWith(quotes, end)) {
            if (end >= text.length() || quotes.length() == 1 && text.charAt(end) == '\n') {
                throw new PythonMistake(line, "a string that begins here does not end");
            }
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        var body = text.substring(opening.end(), end);
        var constant = !prefix.contains("f") && !prefix.contains("b");
        var meaning = constant && !prefix.contains("r") ? Escapes.resolve(body, line) : body;
        add(constant ? Kind.STRING : Kind.OTHER_STRING, constant ? meaning : prefix, end + quotes.length());
    }

    private void newline() {
        if (!tokens.isEmpty() && tokens.get(tokens.size() - 1).kind() != Kind.NEWLINE) {
            tokens.add(new Token(Kind.NEWLINE, "", line, line, at - lineStart));
        }
    }

    private void depth(Token operator) {
        if (operator.opens()) {
            depth++;
        } else if (operator.closes()) {
            depth = Math.max(0, depth - 1);
        }
    }

    private Matcher matches(Pattern pattern) {
        var matcher = pattern.matcher(text).region(at, text.length());
        return matcher.lookingAt() && matcher.end() > at ? matcher : null;
    }

    private void add(Kind kind, String meaning, int end) {
        var began = line;
        var column = at - lineStart;
        advance(end);
        tokens.add(new Token(kind, meaning, began, line, column));
    }

    private void advance(int end) {
        for (; at < end; at++) {
            if (text.charAt(at) == '\n') {
                line++;
                lineStart = at + 1;
            }
        }
    }
}
