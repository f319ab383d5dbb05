package io.flotilla.base.view;

/** Something on a dashboard. A part fetches what it shows when it is drawn; if that fails, it says so, and the others stand. */
public sealed interface Part permits Metric, Chart, Table, Markdown, Message, Columns, Tabs, Part.Slow {

    /** What it is called on the page; empty if nothing is written above it. */
    String title();

    /**
     * Marks a part whose query takes long: the page is there at once without it, and it comes when it is ready. Without
     * JavaScript the page waits for it.
     */
    default Part slow() {
        return new Slow(this);
    }

    /** See {@link Part#slow}. */
    record Slow(Part part) implements Part {
        @Override
        public String title() {
            return part.title();
        }
    }
}
