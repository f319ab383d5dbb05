package io.flotilla.deployer.scaffold.python;

/**
 * One word of a Python file.
 *
 * @param text   as written; of a string, what it means
 * @param line   1-based, where it begins
 * @param last   1-based, where it ends
 * @param column 0-based; 0 begins a statement of the file itself
 */
record Token(Kind kind, String text, int line, int last, int column) {
    enum Kind {
        NAME, NUMBER, STRING,
        /** An f-string or bytes: no constant text. */
        OTHER_STRING, OPERATOR, NEWLINE, END
    }

    boolean is(String operator) {
        return kind == Kind.OPERATOR && text.equals(operator);
    }

    boolean opens() {
        return is("(") || is("[") || is("{");
    }

    boolean closes() {
        return is(")") || is("]") || is("}");
    }
}
