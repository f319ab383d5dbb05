package io.flotilla.deployer.aws.client;

import java.util.function.Supplier;

/** Something that is made when it is first asked for, once, whoever asks. */
public final class Lazy<T> {
    private final Supplier<T> making;
    private T made;

    public Lazy(Supplier<T> making) {
        this.making = making;
    }

    public synchronized T get() {
        if (made == null) {
            made = making.get();
        }
        return made;
    }
}
