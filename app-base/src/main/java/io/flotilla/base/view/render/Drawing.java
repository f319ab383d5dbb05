package io.flotilla.base.view.render;

import java.util.List;
import java.util.function.Consumer;

import io.flotilla.base.page.error.FailureLog;
import io.flotilla.base.view.Chart;
import io.flotilla.base.view.Columns;
import io.flotilla.base.view.Markdown;
import io.flotilla.base.view.Message;
import io.flotilla.base.view.Metric;
import io.flotilla.base.view.Part;
import io.flotilla.base.view.Table;
import io.flotilla.base.view.Tabs;
import io.flotilla.base.view.View;
import io.flotilla.base.view.format.Slug;
import io.flotilla.base.view.html.Html;

/** Draws a view for one request. A part that fails is drawn as its failure; the others are drawn all the same. */
final class Drawing {
    private final View view;
    private final Asked asked;
    private final Pens pens;
    private final Canvas canvas = new Canvas();
    private boolean unfinished;

    private Drawing(View view, Asked asked, Pens pens) {
        this.view = view;
        this.asked = asked;
        this.pens = pens;
    }

    static Drawing of(View view, Asked asked, Pens pens) {
        var drawing = new Drawing(view, asked, pens);
        view.rows().forEach(drawing::row);
        return drawing;
    }

    Canvas canvas() {
        return canvas;
    }

    /** Whether slow parts are still to come. */
    boolean unfinished() {
        return unfinished;
    }

    private void row(List<Part> parts) {
        canvas.frame().raw("<div class=\"row row-cards\">");
        var width = parts.size() == 1 ? "col-12" : parts.size() % 2 == 0 ? "col-sm-6 col-lg" : "col-md";
        for (var part : parts) {
            canvas.frame().raw("<div class=\"").raw(width).raw("\">");
            part(part, false);
            canvas.frame().raw("</div>");
        }
        canvas.frame().raw("</div>");
    }

    private void part(Part part, boolean slow) {
        if (part instanceof Part.Slow marked) {
            part(marked.part(), true);
        } else if (part instanceof Columns columns) {
            columns(columns);
        } else if (part instanceof Tabs tabs) {
            tabs(tabs);
        } else if (part instanceof Metric metric) {
            card(metric, slow, "", body -> pens.metric().draw(metric, body));
        } else if (part instanceof Chart chart) {
            card(chart, slow, "", body -> pens.chart().draw(chart, body, asked, view));
        } else if (part instanceof Table<?> table) {
            table(table, slow);
        } else if (part instanceof Markdown markdown) {
            card(markdown, slow, "", body -> pens.markdown().draw(markdown, body));
        } else if (part instanceof Message message) {
            card(message, slow, "", body -> pens.message(message, body));
        }
    }

    private void columns(Columns columns) {
        canvas.frame().raw("<div class=\"row row-cards\">");
        for (var column : columns.columns()) {
            canvas.frame().raw("<div class=\"col-lg-").text(column.width()).raw("\"><div class=\"stack\">");
            column.parts().forEach(part -> part(part, false));
            canvas.frame().raw("</div></div>");
        }
        canvas.frame().raw("</div>");
    }

    private void tabs(Tabs tabs) {
        var chosen = pens.tabs(tabs, canvas.claim(Slug.of(tabs.title(), "tabs")), asked.parameters(), canvas.frame());
        canvas.frame().raw("<div class=\"stack\">");
        chosen.parts().forEach(part -> part(part, false));
        canvas.frame().raw("</div>");
    }

    private <T> void table(Table<T> table, boolean slow) {
        var name = Ids.of(table);
        var id = canvas.claim("part-" + name);
        var own = id.substring("part-".length());
        heading(table.title(), () -> {
            if (table.search()) {
                canvas.addLoose(pens.table().searchField(table, own, asked.parameters()));
            }
            canvas.addLoose(pens.downloads(own, asked, view));
        });
        region(table, id, slow, body -> pens.table().draw(table, own, asked.parameters(), body));
        canvas.frame().raw("</section>");
    }

    private void card(Part part, boolean slow, String css, Consumer<Html> body) {
        var id = canvas.claim("part-" + Ids.of(part));
        if (part instanceof Metric || part instanceof Message || part.title().isEmpty()) {
            canvas.frame().raw("<section class=\"card\">");
        } else {
            heading(part.title(), () -> {
                if (part instanceof Chart) {
                    canvas.addLoose(pens.downloads(id.substring("part-".length()), asked, view));
                }
            });
        }
        region(part, id, slow, body);
        canvas.frame().raw("</section>");
    }

    private void heading(String title, Runnable tools) {
        canvas.frame().raw("<section class=\"card\"").attribute("aria-label", title)
                .raw("><div class=\"card-header\"><h2 class=\"card-title\">").text(title)
                .raw("</h2><div class=\"card-tools\">");
        tools.run();
        canvas.frame().raw("</div></div>");
    }

    private void region(Part part, String id, boolean slow, Consumer<Html> draw) {
        if (asked.only().isPresent() && !asked.only().get().equals(id)) {
            return;
        }
        if (slow && asked.only().isEmpty() && !asked.waits()) {
            unfinished = true;
            canvas.add(pens.waiting(id, asked.canonical(view)));
            return;
        }
        canvas.add(Region.of(id, " class=\"part\"", body(part, draw)));
    }

    private Html body(Part part, Consumer<Html> draw) {
        var body = new Html();
        try {
            draw.accept(body);
            return body;
        } catch (RuntimeException e) {
            var number = FailureLog.write("the part `%s` of".formatted(part.title()), asked.address(), e);
            var failure = new Html();
            pens.failure(part.title(), number, failure);
            return failure;
        }
    }
}
