package io.flotilla.deployer.scaffold.python;

import java.util.List;

import io.flotilla.deployer.scaffold.python.Token.Kind;

/** Where a parser is among a file's words. */
final class Cursor {
    private final List<Token> tokens;
    private int at;

    Cursor(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(at);
    }

    Token next() {
        var token = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    /** Takes the operator if it is next. */
    boolean take(String operator) {
        var is = peek().is(operator);
        if (is) {
            next();
        }
        return is;
    }

    /** The last line of what was taken last. */
    int line() {
        return tokens.get(Math.max(0, at - 1)).last();
    }

    /** Passes over the rest of an expression: up to a comma, a closing bracket or the end of the statement. */
    void skipExpression() {
        for (var depth = 0; !atEnd();) {
            var token = peek();
            if (depth == 0 && (token.is(",") || token.closes())) {
                return;
            }
            depth += token.opens() ? 1 : token.closes() ? -1 : 0;
            next();
        }
    }

    /** Passes over what stands between brackets, the closing one included; the opening one was taken. */
    void skipBrackets() {
        for (var depth = 1; depth > 0 && !atEnd();) {
            var token = next();
            depth += token.opens() ? 1 : token.closes() ? -1 : 0;
        }
    }

    /** Passes over words of this statement up to the operator, which is next then. */
    void skipTo(String operator) {
        while (!peek().is(operator) && !atEnd()) {
            next();
        }
    }

    void skipStatement() {
        while (!atEnd()) {
            next();
        }
        if (peek().kind() == Kind.NEWLINE) {
            next();
        }
    }

    private boolean atEnd() {
        return peek().kind() == Kind.END || peek().kind() == Kind.NEWLINE;
    }
}
