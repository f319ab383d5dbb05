package io.flotilla.base.view.render;

import java.util.List;
import java.util.Map;

import io.flotilla.base.view.Markdown;
import io.flotilla.base.view.html.Html;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Draws CommonMark. The renderer makes only its own elements: HTML in the text is escaped, addresses other than web, mail
 * and relative ones are taken out, and pictures, which might be on other hosts, become links.
 */
final class MarkdownPen {
    private static final int DEEPEST = 100;
    private final Parser parser = Parser.builder().extensions(List.of(TablesExtension.create()))
            .maxOpenBlockParsers(DEEPEST).build();
    private final HtmlRenderer renderer = HtmlRenderer.builder().extensions(List.of(TablesExtension.create()))
            .escapeHtml(true).sanitizeUrls(true)
            .urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto")))
            .attributeProviderFactory(context -> (node, tag, attributes) -> look(tag, attributes))
            .nodeRendererFactory(Pictures::new).build();

    void draw(Markdown markdown, Html html) {
        html.raw("<div class=\"card-body markdown\">").raw(renderer.render(parser.parse(markdown.text())))
                .raw("</div>");
    }

    private static void look(String tag, Map<String, String> attributes) {
        if (tag.equals("table")) {
            attributes.put("class", "table");
        } else if (tag.equals("pre")) {
            attributes.put("tabindex", "0");
        }
    }

    private record Pictures(HtmlNodeRendererContext context) implements NodeRenderer {
        @Override
        public java.util.Set<Class<? extends Node>> getNodeTypes() {
            return java.util.Set.of(Image.class);
        }

        @Override
        public void render(Node node) {
            var writer = context.getWriter();
            var address = context.urlSanitizer().sanitizeLinkUrl(((Image) node).getDestination());
            writer.tag("a", Map.of("href", context.encodeUrl(address)));
            for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
            writer.tag("/a");
        }
    }
}
