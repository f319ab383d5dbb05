package io.flotilla.deployer.scaffold.python;

/** A file that Python itself would refuse; the message says where and what. */
public final class PythonMistake extends Exception {
    private final int line;

    PythonMistake(int line, String message) {
        super(message);
        this.line = line;
    }

    /** 1-based. */
    public int line() {
        return line;
    }
}
