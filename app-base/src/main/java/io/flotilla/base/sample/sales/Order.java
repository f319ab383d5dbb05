package io.flotilla.base.sample.sales;

import java.time.LocalDate;

/**
 * One order of the wholesaler whose year the sample shows.
 *
 * @param cents what it brought, in hundredths of a dollar
 */
public record Order(LocalDate day, Region region, Product product, int units, long cents) {

    public enum Region {
        NORTH("North"), SOUTH("South"), EAST("East"), WEST("West");

        private final String title;

        Region(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    public enum Product {
        MOWER("Cordless mower", 38900), TRIMMER("String trimmer", 14900), BLOWER("Leaf blower", 17900),
        SAW("Chainsaw", 24900), HEDGE("Hedge cutter", 12900), BATTERY("Battery 56 V", 19900), CHARGER("Charger", 8900);

        private final String title;
        private final int cents;

        Product(String title, int cents) {
            this.title = title;
            this.cents = cents;
        }

        public String title() {
            return title;
        }

        public int cents() {
            return cents;
        }
    }
}
