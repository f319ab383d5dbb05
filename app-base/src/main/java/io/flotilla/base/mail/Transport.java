package io.flotilla.base.mail;

import java.util.concurrent.CompletionStage;

/** The way out for mails. */
@FunctionalInterface
public interface Transport {

    /** Hands one mail over; completes within the transport's own limit of time, and never exceptionally. */
    CompletionStage<Delivery> deliver(Mail mail);

    /** What became of one attempt. */
    sealed interface Delivery {
        /** The server answers for it now. */
        record Accepted() implements Delivery {}

        /** Not this time; a later attempt may well succeed. */
        record Deferred(String why) implements Delivery {}

        /** The server will never take this mail for this recipient. */
        record Refused(String why) implements Delivery {}
    }
}
