package io.flotilla.base.sample.sales;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import io.flotilla.base.sample.sales.Order.Product;
import io.flotilla.base.sample.sales.Order.Region;

/** Two years of orders, the same for the same last day: a season, quiet Sundays, slow growth and chance. */
final class Orders {
    static final int DAYS = 730;

    private Orders() {}

    static List<Order> until(LocalDate lastDay) {
        var random = new SplittableRandom(lastDay.toEpochDay());
        var orders = new ArrayList<Order>();
        for (var day = lastDay.minusDays(DAYS - 1); !day.isAfter(lastDay); day = day.plusDays(1)) {
            for (var region : Region.values()) {
                int count = (int) Math.round(mean(day, lastDay, region) * random.nextDouble(0.75, 1.25));
                for (int i = 0; i < count; i++) {
                    orders.add(order(day, region, random));
                }
            }
        }
        return List.copyOf(orders);
    }

    private static double mean(LocalDate day, LocalDate lastDay, Region region) {
        double season = 1 + 0.08 * Math.sin((day.getDayOfYear() - 220) * 2 * Math.PI / 365);
        double growth = 1 - 0.55 * (lastDay.toEpochDay() - day.toEpochDay()) / DAYS;
        double week = day.getDayOfWeek() == DayOfWeek.SUNDAY
                ? 0.45
                : day.getDayOfWeek() == DayOfWeek.SATURDAY ? 0.7 : 1;
        double size = switch (region) {
            case NORTH -> 16;
            case SOUTH -> 11;
            case EAST -> 13;
            case WEST -> 9;
        };
        return 1.6 * size * season * growth * week;
    }

    private static Order order(LocalDate day, Region region, SplittableRandom random) {
        var products = Product.values();
        var product = products[(int) (products.length * Math.sqrt(random.nextDouble()) * 0.999)];
        int units = 1 + (int) Math.floor(Math.pow(random.nextDouble(), 3) * 12);
        double discount = units > 6 ? 0.88 : units > 3 ? 0.94 : 1;
        return new Order(day, region, product, units, Math.round(product.cents() * units * discount));
    }
}
