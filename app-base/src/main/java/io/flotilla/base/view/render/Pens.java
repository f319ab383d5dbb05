package io.flotilla.base.view.render;

import jakarta.enterprise.context.ApplicationScoped;

import io.flotilla.base.page.Icons;
import io.flotilla.base.view.Message;
import io.flotilla.base.view.Tabs;
import io.flotilla.base.view.View;
import io.flotilla.base.view.filter.Parameters;
import io.flotilla.base.view.format.Slug;
import io.flotilla.base.view.html.Html;

/** What parts are drawn with, and the small ones. */
@ApplicationScoped
class Pens {
    private final Icons icons;
    private final MetricPen metric;
    private final ChartPen chart = new ChartPen();
    private final TablePen table;
    private final MarkdownPen markdown = new MarkdownPen();

    Pens(Icons icons, io.flotilla.base.page.Links links) {
        this.icons = icons;
        this.metric = new MetricPen(icons);
        this.table = new TablePen(icons, links);
    }

    MetricPen metric() {
        return metric;
    }

    ChartPen chart() {
        return chart;
    }

    TablePen table() {
        return table;
    }

    MarkdownPen markdown() {
        return markdown;
    }

    void message(Message message, Html html) {
        boolean error = message.kind() == Message.Kind.ERROR;
        html.raw("<div class=\"empty\"><div class=\"empty-icon\">").raw(icons.get(error ? "alert-triangle" : "inbox"))
                .raw("</div><p class=\"empty-title\">").text(message.title())
                .raw("</p><p class=\"empty-subtitle text-secondary\">").text(message.advice()).raw("</p></div>");
    }

    /** What a person is told of a failure: not what it was, but what the log calls it. */
    void failure(String title, String number, Html html) {
        html.raw("<div class=\"empty part-failed\" role=\"alert\"><div class=\"empty-icon\">")
                .raw(icons.get("alert-triangle")).raw("</div><p class=\"empty-title\">");
        html.text(title.isEmpty() ? "This cannot be shown now" : title + " cannot be shown now")
                .raw("</p><p class=\"empty-subtitle text-secondary\">It has been written down. Try again; if it happens "
                        + "again, tell the people who look after this app the number <code>")
                .text(number).raw("</code>.</p></div>");
    }

    /** Stands in for a slow part, and fetches it. */
    Region waiting(String id, String address) {
        var open = new Html().raw(" class=\"part\"").attribute("hx-get", address)
                .raw(" hx-trigger=\"load\" hx-swap=\"none\"")
                .attribute("hx-headers", "{\"View-Part\":\"" + id + "\"}");
        return new Region("div", id, open.toString(),
                "<div class=\"waiting\" role=\"status\"><div class=\"progress progress-sm\"><div class=\"progress-bar "
                        + "progress-bar-indeterminate\"></div></div>Working it out…</div>",
                "");
    }

    /** The buttons of the tabs; they belong to the form of the filters, so that a click keeps what is chosen there. */
    Tabs.Tab tabs(Tabs tabs, String name, Parameters parameters, Html html) {
        var chosen = Ids.chosen(tabs, name, parameters);
        var first = tabs.tabs().get(0);
        html.raw("<nav class=\"view-tabs\"").attribute("aria-label", tabs.title()).raw(">");
        if (chosen != first) {
            html.raw("<input type=\"hidden\" form=\"filters\"").attribute("name", name + ".tab")
                    .attribute("value", Slug.of(chosen.title(), "tab")).raw(">");
        }
        for (var tab : tabs.tabs()) {
            html.raw("<button type=\"submit\" form=\"filters\" class=\"view-tab\"").attribute("name", name + ".tab")
                    .attribute("value", tab == first ? "" : Slug.of(tab.title(), "tab"))
                    .raw(tab == chosen ? " aria-current=\"true\">" : ">").text(tab.title()).raw("</button>");
        }
        html.raw("</nav>");
        return chosen;
    }

    Html downloads(String name, Asked asked, View view) {
        var html = new Html().raw("<span class=\"downloads\">").raw(icons.get("download"));
        for (var kind : new String[]{"csv", "xlsx"}) {
            html.raw("<a data-download").attribute("href", asked.with(view, Asked.DOWNLOAD, name + "." + kind))
                    .raw(" download")
                    .attribute("aria-label", "Download " + name + " as " + kind.toUpperCase(java.util.Locale.ROOT))
                    .raw(">").text(kind.toUpperCase(java.util.Locale.ROOT)).raw("</a>");
        }
        return html.raw("</span>");
    }
}
