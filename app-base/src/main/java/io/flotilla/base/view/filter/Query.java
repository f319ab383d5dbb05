package io.flotilla.base.view.filter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

import jakarta.ws.rs.HeaderParam;

import io.flotilla.base.view.data.Rows;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;

/**
 * The query of the page's address: what its reader chose. A resource takes it as a parameter, {@code View show(Query query)},
 * and asks it for filters; a test makes one from text, {@code Query.of("region=North")}. Whatever the page does not offer
 * counts as not chosen, so that a mangled link still shows something.
 */
public class Query {
    /** By a field with an annotation Quarkus REST knows that it may hand a query to a resource. */
    @HeaderParam("HX-Request")
    String htmx;
    private Parameters parameters;

    /** The query as text: {@code region=North&days.from=2026-01-01}. */
    public static Query of(String text) {
        var query = new Query();
        query.parameters = Parameters.parse(text);
        return query;
    }

    /** One of some values, or all of them; {@code select("Region", List.of("North", "South"))}. */
    public <T> Select<T> select(String label, Collection<T> values) {
        return select(label, values, Option::label);
    }

    /** @param title how a value is written */
    public <T> Select<T> select(String label, Collection<T> values, Function<? super T, String> title) {
        return Select.of(label, Option.each(values, title), parameters());
    }

    /** One of what stands in a column; {@code select("Region", orders.distinct(Order::region))}. */
    public <T> Select<T> select(String label, Rows<T> values) {
        return select(label, reachable(values));
    }

    /** Any number of some values; none chosen is all of them. */
    public <T> MultiSelect<T> multiSelect(String label, Collection<T> values) {
        return multiSelect(label, values, Option::label);
    }

    public <T> MultiSelect<T> multiSelect(String label, Collection<T> values, Function<? super T, String> title) {
        return MultiSelect.of(label, Option.each(values, title), parameters());
    }

    public <T> MultiSelect<T> multiSelect(String label, Rows<T> values) {
        return multiSelect(label, reachable(values));
    }

    /** A first and a last day, either of which may be left open. */
    public DateRange dates(String label) {
        return DateRange.of(label, parameters());
    }

    /** Words to look for. */
    public Text text(String label) {
        return Text.of(label, parameters());
    }

    /** On or off. */
    public Toggle toggle(String label) {
        return Toggle.of(label, parameters());
    }

    /** All parameters, as the browser sent them. */
    public Parameters parameters() {
        if (parameters == null) {
            parameters = Parameters.parse(
                    Arc.container().instance(CurrentVertxRequest.class).get().getCurrent().request().query());
        }
        return parameters;
    }

    /** What cannot be fetched leaves nothing to choose; the cards that show the same rows say why. */
    private static <T> List<T> reachable(Rows<T> values) {
        try {
            return new ArrayList<>(values.list());
        } catch (RuntimeException e) {
            return List.of();
        }
    }
}
