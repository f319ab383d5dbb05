package io.flotilla.deployer.simulation;

/** One line of a story. */
record Line(long at, String who, String what) {
    boolean saysTheSame(Line other) {
        return who.equals(other.who) && what.equals(other.what);
    }

    @Override
    public String toString() {
        return "%5d s  %-10s %s".formatted(at, who, what);
    }
}
