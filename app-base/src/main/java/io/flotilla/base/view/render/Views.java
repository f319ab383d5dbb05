package io.flotilla.base.view.render;

import jakarta.enterprise.context.ApplicationScoped;

import io.flotilla.base.view.View;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Writes a view as the browser asks for it: the page, what changed of it, or the one part that it waits for. */
@ApplicationScoped
class Views {
    private final Pens pens;

    Views(Pens pens) {
        this.pens = pens;
    }

    @CheckedTemplate(basePath = "view")
    static class Templates {
        static native TemplateInstance page(View view, String filters, String body, String complete);
    }

    String page(View view, Asked asked) {
        var drawing = Drawing.of(view, asked, pens);
        return Templates.page(view, FilterPen.draw(view, asked.address()).html(false),
                drawing.canvas().whole().html(false),
                drawing.unfinished() ? asked.with(view, Asked.WAIT, "1") : null).render();
    }

    /** What the browser does not have: single regions, or everything if the frame around them is another one. */
    String update(View view, Asked asked) {
        var canvas = Drawing.of(view, asked, pens).canvas();
        var changed = new StringBuilder();
        if (asked.only().isPresent()) {
            canvas.regions().forEach(region -> changed.append(region.html(true)));
            return changed.toString();
        }
        append(FilterPen.draw(view, asked.address()), asked, changed);
        var whole = canvas.whole();
        if (!whole.digest().equals(asked.known().get(whole.id()))) {
            return changed.append(whole.html(true)).toString();
        }
        canvas.regions().forEach(region -> append(region, asked, changed));
        return changed.toString();
    }

    private static void append(Region region, Asked asked, StringBuilder changed) {
        if (region.digest().isEmpty() || !region.digest().equals(asked.known().get(region.id()))) {
            changed.append(region.html(true));
        }
    }
}
