package io.flotilla.base.sample.sales;

/** Where the wholesaler's customers are. */
enum Region {
    NORTH("North", 16), SOUTH("South", 11), EAST("East", 13), WEST("West", 9);

    private final String title;
    private final double size;

    Region(String title, double size) {
        this.title = title;
        this.size = size;
    }

    String title() {
        return title;
    }

    /** How much is ordered there, against the others. */
    double size() {
        return size;
    }
}
