package io.flotilla.base.sample.warehouse;

/** A part of the warehouse. */
enum Zone {
    BULK("Bulk", 5, 62), SHELVES("Shelves", 8, 104), COLD("Cold store", 3, 36), OVERSIZE("Oversize", 2, 21);

    private final String title;
    private final int crew;
    private final double demand;

    Zone(String title, int crew, double demand) {
        this.title = title;
        this.crew = crew;
        this.demand = demand;
    }

    String title() {
        return title;
    }

    /** Pickers on the early shift. */
    int crew() {
        return crew;
    }

    /** Order lines that arrive in an average hour of the day. */
    double demand() {
        return demand;
    }
}
