package io.flotilla.base.view;

/**
 * Text in <a href="https://commonmark.org">CommonMark</a> with tables. HTML in it is shown as text, links lead to the web,
 * to mail or inside the page's site and nowhere else, and pictures from other hosts become links.
 *
 * @param title above it; empty for none
 */
public record Markdown(String title, String text) implements Part {

    public static Markdown of(String text) {
        return new Markdown("", text);
    }

    public Markdown titled(String heading) {
        return new Markdown(heading, text);
    }
}
