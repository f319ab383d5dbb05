package io.flotilla.base.sample.sales;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

import io.flotilla.base.page.Formats;
import io.flotilla.base.sample.Chart;
import io.flotilla.base.sample.Metric;
import io.flotilla.base.sample.sales.Order.Product;

/** What the sales page says about the orders that a filter takes. */
public record SalesReport(List<Metric> metrics, Chart chart, List<Row> rows) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    /** @param share of the revenue, 1 being all of it */
    public record Row(String product, long orders, long units, long cents, double share) {
        public String revenue() {
            return "$" + Formats.grouped(cents / 100);
        }

        public String percent() {
            return Formats.decimals(share * 100, 1) + " %";
        }
    }

    static SalesReport of(List<Order> orders, LocalDate lastDay, SalesFilter filter) {
        var now = orders.stream().filter(order -> filter.takes(order, lastDay, 0)).toList();
        var before = orders.stream().filter(order -> filter.takes(order, lastDay, 1)).toList();
        return new SalesReport(metrics(now, before, filter), chart(now, lastDay, filter), rows(now));
    }

    private static List<Metric> metrics(List<Order> now, List<Order> before, SalesFilter filter) {
        var since = "the " + filter.days() + " days before";
        return List.of(
                Metric.rising("Revenue", dollars(cents(now)), cents(now), cents(before), since),
                Metric.rising("Orders", Formats.grouped(now.size()), now.size(), before.size(), since),
                Metric.rising("Average order", dollars(average(now)), average(now), average(before), since),
                Metric.rising("Units", Formats.grouped(units(now)), units(now), units(before), since));
    }

    /** By day, or by week where days would be a comb. */
    private static Chart chart(List<Order> orders, LocalDate lastDay, SalesFilter filter) {
        int step = filter.days() > 100 ? 7 : 1;
        var sums = new TreeMap<LocalDate, Long>();
        for (int age = (filter.days() - 1) / step * step; age >= 0; age -= step) {
            sums.put(lastDay.minusDays(age), 0L);
        }
        for (var order : orders) {
            sums.merge(sums.ceilingKey(order.day()), order.cents() / 100, Long::sum);
        }
        return new Chart(step == 1 ? "Revenue by day" : "Revenue by week", Chart.Kind.LINE,
                sums.keySet().stream().map(DAY::format).toList(),
                List.of(new Chart.Series("Revenue", new ArrayList<>(sums.values()), "$")));
    }

    private static List<Row> rows(List<Order> orders) {
        var byProduct = new EnumMap<Product, List<Order>>(Product.class);
        orders.forEach(order -> byProduct.computeIfAbsent(order.product(), p -> new ArrayList<>()).add(order));
        double all = Math.max(1, cents(orders));
        return byProduct.entrySet().stream()
                .map(entry -> new Row(entry.getKey().title(), entry.getValue().size(), units(entry.getValue()),
                        cents(entry.getValue()), cents(entry.getValue()) / all))
                .sorted(Comparator.comparingLong(Row::cents).reversed())
                .toList();
    }

    private static long cents(List<Order> orders) {
        return orders.stream().mapToLong(Order::cents).sum();
    }

    private static long units(List<Order> orders) {
        return orders.stream().mapToLong(Order::units).sum();
    }

    private static long average(List<Order> orders) {
        return orders.isEmpty() ? 0 : cents(orders) / orders.size();
    }

    private static String dollars(long cents) {
        return cents >= 100_000_00 ? "$" + Formats.compact(cents / 100.0) : "$" + Formats.decimals(cents / 100.0, 0);
    }
}
