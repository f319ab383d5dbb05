package io.flotilla.base.sample.breakable;

/** How the breakable sample behaves. */
public enum Mood {
    /** As it should. */
    WELL("It answers as it should."),
    /** Its liveness check is down: the load balancer takes it out of service, and the monitor calls it down. */
    FAILING("Its health checks answer 503."),
    /** It answers, but later than anybody waits. */
    SLOW("Its health checks take ten seconds.");

    private final String meaning;

    Mood(String meaning) {
        this.meaning = meaning;
    }

    public String meaning() {
        return meaning;
    }
}
