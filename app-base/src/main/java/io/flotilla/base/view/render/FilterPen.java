package io.flotilla.base.view.render;

import java.time.LocalDate;

import io.flotilla.base.view.View;
import io.flotilla.base.view.filter.DateRange;
import io.flotilla.base.view.filter.Filter;
import io.flotilla.base.view.filter.MultiSelect;
import io.flotilla.base.view.filter.Option;
import io.flotilla.base.view.filter.Select;
import io.flotilla.base.view.filter.Text;
import io.flotilla.base.view.filter.Toggle;
import io.flotilla.base.view.html.Html;

/** Draws the form of the filters. What is chosen does not make it another form; what can be chosen does. */
final class FilterPen {
    private final StringBuilder offered = new StringBuilder();

    /** The form with its fields; there is one even without filters, because tables and tabs belong to it. */
    static Region draw(View view, String address) {
        var pen = new FilterPen();
        var html = new Html();
        view.filters().forEach(filter -> pen.field(filter, html));
        if (!view.filters().isEmpty()) {
            html.raw("<noscript><button class=\"btn btn-primary\">Show</button></noscript>");
        }
        var open = new Html().raw(" method=\"get\" class=\"filters\"").attribute("action", address)
                .attribute("hx-get", address)
                .raw(" hx-trigger=\"submit\" hx-swap=\"none\" hx-sync=\"this:queue last\"");
        view.refresh().ifPresent(every -> open.attribute("data-refresh", String.valueOf(every.toSeconds())));
        return new Region("form", "filters", open.toString(), html.toString(), Region.digest(pen.offered.toString()));
    }

    private void field(Filter filter, Html html) {
        offered.append(filter.label()).append('\n');
        if (filter instanceof Select<?> select) {
            select(select, html);
        } else if (filter instanceof MultiSelect<?> select) {
            multiSelect(select, html);
        } else if (filter instanceof DateRange dates) {
            html.raw("<fieldset class=\"dates\"><legend>").text(dates.label()).raw("</legend>");
            day(dates, "from", dates.from(), html);
            day(dates, "to", dates.to(), html);
            html.raw("</fieldset>");
        } else if (filter instanceof Text text) {
            html.raw("<label>").text(text.label())
                    .raw(" <input type=\"search\" class=\"form-control\" autocomplete=\"off\"")
                    .attribute("name", text.name()).attribute("value", text.value()).raw("></label>");
        } else if (filter instanceof Toggle toggle) {
            html.raw(
                    "<label class=\"form-check form-switch\"><input type=\"checkbox\" class=\"form-check-input\" value=\"on\"")
                    .attribute("name", toggle.name()).raw(toggle.on() ? " checked>" : ">")
                    .raw("<span class=\"form-check-label\">").text(toggle.label()).raw("</span></label>");
        }
    }

    private <T> void select(Select<T> select, Html html) {
        html.raw("<label>").text(select.label()).raw(" <select class=\"form-select\"").attribute("name", select.name())
                .raw(">");
        if (select.initial().isEmpty()) {
            html.raw("<option value=\"\">All</option>");
        }
        for (var option : select.options()) {
            offer(option);
            html.raw("<option").attribute("value", option.key())
                    .raw(select.chosen().map(option.value()::equals).orElse(false) ? " selected>" : ">")
                    .text(option.label()).raw("</option>");
        }
        html.raw("</select></label>");
    }

    private <T> void multiSelect(MultiSelect<T> select, Html html) {
        html.raw("<div class=\"multi\"><span class=\"multi-label\" aria-hidden=\"true\">").text(select.label())
                .raw("</span><details class=\"menu\"><summary class=\"form-select\"><span class=\"visually-hidden\">")
                .text(select.label()).raw(": </span><span data-chosen=\"All\">")
                .text(select.chosen().isEmpty() ? "All" : select.chosen().size() + " chosen")
                .raw("</span></summary><div class=\"menu-panel\" role=\"group\"")
                .attribute("aria-label", select.label())
                .raw(">");
        for (var option : select.options()) {
            offer(option);
            html.raw("<label class=\"form-check\"><input type=\"checkbox\" class=\"form-check-input\"")
                    .attribute("name", select.name()).attribute("value", option.key())
                    .raw(select.chosen().contains(option.value()) ? " checked>" : ">")
                    .raw("<span class=\"form-check-label\">").text(option.label()).raw("</span></label>");
        }
        html.raw("</div></details></div>");
    }

    private static void day(DateRange dates, String end, LocalDate day, Html html) {
        boolean open = day.equals(DateRange.BEGINNING) || day.equals(DateRange.END);
        html.raw("<input type=\"date\" class=\"form-control\"").attribute("aria-label", dates.label() + ", " + end)
                .attribute("name", dates.name() + "." + end).attribute("value", open ? "" : day.toString()).raw(">");
    }

    private void offer(Option<?> option) {
        offered.append(option.key()).append('=').append(option.label()).append('\n');
    }
}
