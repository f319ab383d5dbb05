package io.flotilla.base.view;

/** What stands there instead of numbers, and what to do next. */
public record Message(Kind kind, String title, String advice) implements Part {

    public enum Kind {
        EMPTY, ERROR
    }

    /** There is nothing to show, and that is no mistake. */
    public static Message empty(String title, String advice) {
        return new Message(Kind.EMPTY, title, advice);
    }

    /** Something is wrong that the reader should know. A query that fails says so by itself. */
    public static Message error(String title, String advice) {
        return new Message(Kind.ERROR, title, advice);
    }
}
