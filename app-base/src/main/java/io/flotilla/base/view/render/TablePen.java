package io.flotilla.base.view.render;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.flotilla.base.page.Formats;
import io.flotilla.base.page.Icons;
import io.flotilla.base.page.Links;
import io.flotilla.base.view.Column;
import io.flotilla.base.view.Table;
import io.flotilla.base.view.filter.Parameters;
import io.flotilla.base.view.format.Format;
import io.flotilla.base.view.format.Tone;
import io.flotilla.base.view.html.Html;
import io.flotilla.base.view.table.Choice;
import io.flotilla.base.view.table.Shown;

/** Draws the page of a table that its reader sees. Its buttons belong to the form of the filters and work without a script. */
final class TablePen {
    private final Icons icons;
    private final Links links;

    TablePen(Icons icons, Links links) {
        this.icons = icons;
        this.links = links;
    }

    /** It stands outside of what a search replaces, so that nobody's typing is interrupted. */
    Html searchField(Table<?> table, String name, Parameters parameters) {
        var choice = Choice.of(table, name, parameters);
        return new Html().raw("<label class=\"table-search\"><span class=\"visually-hidden\">Search in ")
                .text(table.title())
                .raw("</span>").raw(icons.get("search"))
                .raw("<input type=\"search\" form=\"filters\" class=\"form-control form-control-sm\" "
                        + "placeholder=\"Search\" autocomplete=\"off\"")
                .attribute("name", name + ".search").attribute("value", choice.search()).raw("></label>");
    }

    <T> void draw(Table<T> table, String name, Parameters parameters, Html html) {
        var shown = Shown.of(table, Choice.of(table, name, parameters));
        shown.choice().sort().filter(sort -> parameters.last(name + ".sort").isPresent())
                .ifPresent(sort -> html.raw("<input type=\"hidden\" form=\"filters\"").attribute("name", name + ".sort")
                        .attribute("value", sort).raw(">"));
        if (shown.rows().isEmpty()) {
            html.raw("<div class=\"empty\"><div class=\"empty-icon\">").raw(icons.get("inbox"))
                    .raw("</div><p class=\"empty-title\">").text(table.whenEmpty().title())
                    .raw("</p><p class=\"empty-subtitle text-secondary\">").text(table.whenEmpty().advice())
                    .raw("</p></div>");
            return;
        }
        var formats = shown.columns().stream().map(shown::format).toList();
        html.raw("<div class=\"table-responsive\" tabindex=\"0\" role=\"region\"")
                .attribute("aria-label", table.title() + ", the table")
                .raw("><table class=\"table card-table table-vcenter\">");
        head(shown, formats, name, html);
        body(shown, formats, html);
        totals(shown, formats, html);
        html.raw("</table></div>");
        pager(shown, name, html);
    }

    private static <T> void head(Shown<T> shown, List<Format> formats, String name, Html html) {
        html.raw("<thead><tr>");
        for (int i = 0; i < formats.size(); i++) {
            var column = shown.columns().get(i);
            boolean sorts = shown.choice().sorts(column);
            boolean down = shown.choice().descending();
            html.raw(formats.get(i).isNumber() ? "<th scope=\"col\" class=\"number\"" : "<th scope=\"col\"")
                    .raw(sorts ? (down ? " aria-sort=\"descending\">" : " aria-sort=\"ascending\">") : ">")
                    .raw("<button type=\"submit\" form=\"filters\" class=\"sort\"").attribute("name", name + ".sort")
                    .attribute("value", shown.choice().sortBy(column, formats.get(i).isNumber())).raw(">")
                    .text(column.title())
                    .raw(sorts
                            ? (down ? "<span aria-hidden=\"true\"> ▼</span>" : "<span aria-hidden=\"true\"> ▲</span>")
                            : "")
                    .raw("</button></th>");
        }
        html.raw("</tr></thead>");
    }

    private <T> void body(Shown<T> shown, List<Format> formats, Html html) {
        var page = shown.page();
        var largest = shown.columns().stream().mapToDouble(column -> column.metered() ? largest(page, column) : 0)
                .toArray();
        html.raw("<tbody>");
        for (var row : page) {
            var target = shown.table().link().flatMap(link -> address(link.apply(row)));
            html.raw(target.isPresent() ? "<tr class=\"linked\">" : "<tr>");
            for (int i = 0; i < formats.size(); i++) {
                var column = shown.columns().get(i);
                var format = formats.get(i);
                html.raw(i == 0 ? "<th scope=\"row\"" : "<td").raw(format.isNumber() ? " class=\"number\">" : ">");
                if (i == 0 && target.isPresent()) {
                    html.raw("<a").attribute("href", target.get()).raw(">");
                }
                cell(row, column, format, largest[i], html);
                html.raw(i == 0 ? (target.isPresent() ? "</a></th>" : "</th>") : "</td>");
            }
            html.raw("</tr>");
        }
        html.raw("</tbody>");
    }

    private static <T> void cell(T row, Column<T> column, Format format, double largest, Html html) {
        var value = column.value().apply(row);
        var tone = column.tone().apply(row);
        if (column.metered() && value instanceof Number number) {
            html.raw("<meter min=\"0\"").attribute("max", String.valueOf(largest))
                    .attribute("value", String.valueOf(number.doubleValue())).attribute("aria-label", column.title())
                    .raw("></meter>");
        }
        if (tone != Tone.NONE) {
            html.raw("<span class=\"state ").raw(tone.css())
                    .raw("\"><span class=\"state-dot\" aria-hidden=\"true\"></span>")
                    .text(format.text(value)).raw("</span>");
        } else if (value instanceof Instant instant) {
            html.raw("<time data-time=\"minute\"").attribute("datetime", instant.toString()).raw(">")
                    .text(format.text(value)).raw("</time>");
        } else {
            html.text(format.text(value));
        }
    }

    private static <T> void totals(Shown<T> shown, List<Format> formats, Html html) {
        if (shown.columns().stream().noneMatch(Column::totalled)) {
            return;
        }
        html.raw("<tfoot><tr>");
        for (int i = 0; i < formats.size(); i++) {
            var column = shown.columns().get(i);
            html.raw(i == 0 ? "<th scope=\"row\">" : formats.get(i).isNumber() ? "<td class=\"number\">" : "<td>")
                    .text(column.totalled() ? formats.get(i).text(shown.total(column)) : i == 0 ? "Total" : "")
                    .raw(i == 0 ? "</th>" : "</td>");
        }
        html.raw("</tr></tfoot>");
    }

    private void pager(Shown<?> shown, String name, Html html) {
        if (shown.pages() == 1) {
            return;
        }
        html.raw("<div class=\"card-footer pager\"><span>").text(Formats.grouped(shown.first() + 1L)).raw("–")
                .text(Formats.grouped(shown.first() + shown.page().size())).raw(" of ")
                .text(Formats.grouped(shown.rows().size())).raw("</span><nav class=\"btn-list\"")
                .attribute("aria-label", "Pages of " + shown.table().title()).raw(">");
        turn(name, shown.number() - 1, shown.number() > 1, "arrow-left", "Previous", html);
        turn(name, shown.number() + 1, shown.number() < shown.pages(), "arrow-right", "Next", html);
        html.raw("</nav></div>");
    }

    private void turn(String name, int page, boolean possible, String icon, String word, Html html) {
        html.raw("<button type=\"submit\" form=\"filters\" class=\"btn btn-sm\"").attribute("name", name + ".page")
                .attribute("value", String.valueOf(page)).raw(possible ? ">" : " disabled>").raw(icons.get(icon))
                .text(word).raw("</button>");
    }

    /** Only where a link may lead: inside the app, on this page, or to the web. Nothing that runs. */
    private Optional<String> address(String target) {
        if (target == null || target.startsWith("//") || target.startsWith("/\\")) {
            return Optional.empty();
        }
        if (target.startsWith("/")) {
            return Optional.of(links.to(target));
        }
        return target.startsWith("?") || target.startsWith("https://") || target.startsWith("http://")
                ? Optional.of(target)
                : Optional.empty();
    }

    private static <T> double largest(List<T> page, Column<T> column) {
        return page.stream().map(column.value()).filter(Number.class::isInstance)
                .mapToDouble(value -> ((Number) value).doubleValue()).filter(Double::isFinite).max().orElse(1);
    }
}
