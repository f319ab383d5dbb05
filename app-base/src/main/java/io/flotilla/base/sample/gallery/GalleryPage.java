package io.flotilla.base.sample.gallery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;

import io.flotilla.base.view.Columns;
import io.flotilla.base.view.Markdown;
import io.flotilla.base.view.Part;
import io.flotilla.base.view.View;
import io.flotilla.base.view.data.Rows;
import io.flotilla.base.view.filter.Query;
import io.quarkus.arc.properties.IfBuildProperty;

/** Every part of a dashboard beside the source that makes it. The source is the program's own: the build takes it along. */
@ApplicationScoped
@IfBuildProperty(name = "quarkus.application.name", stringValue = "app-base")
public class GalleryPage {
    private static final Pattern METHOD = Pattern.compile("(?ms)^    Part (\\w+)\\(\\) \\{\n.*?^    }\n");

    private final Rows<Examples.Sale> sales = Examples.made();
    private final List<Example> examples = List.of(
            new Example("metric", Examples::metric), new Example("line", Examples::line),
            new Example("area", Examples::area), new Example("bar", Examples::bar),
            new Example("stacked", Examples::stacked), new Example("scatter", Examples::scatter),
            new Example("heatmap", Examples::heatmap), new Example("pie", Examples::pie),
            new Example("donut", Examples::donut), new Example("gauge", Examples::gauge),
            new Example("table", Examples::table), new Example("tabs", Examples::tabs),
            new Example("columns", Examples::columns), new Example("markdown", Examples::markdown),
            new Example("empty", Examples::empty), new Example("error", Examples::error),
            new Example("failure", Examples::failure), new Example("slow", Examples::slow));
    private final String source = source();

    /** @param name of the method that makes it */
    private record Example(String name, Function<Examples, Part> part) {}

    @GET
    public View show(Query query) {
        var region = query.select("Region", sales.distinct(Examples.Sale::region));
        var products = query.multiSelect("Products", sales.distinct(Examples.Sale::product));
        var days = query.dates("Days");
        var text = query.text("Words");
        var large = query.toggle("Large orders only");
        var shown = new Examples(sales.where(Examples.Sale::region, region).where(Examples.Sale::product, products)
                .where(Examples.Sale::day, days).where(Examples.Sale::product, text)
                .where(sale -> sale.units() > 3, large));

        var view = View.of("Gallery", region, products, days, text, large)
                .lead("Every part of a dashboard, and the lines that make it. The filters above work on all of them.")
                .page("Dashboard", "/").page("Gallery", "/gallery");
        for (var example : examples) {
            view = view.add(Columns.of(7, example.part().apply(shown)).and(5, code(example.name())));
        }
        return view;
    }

    /** The names of the examples, in the order of the page. */
    List<String> names() {
        return examples.stream().map(Example::name).toList();
    }

    /** The names of the methods whose source the program has. */
    List<String> sources() {
        return new ArrayList<>(METHOD.matcher(source).results().map(one -> one.group(1)).toList());
    }

    private Markdown code(String name) {
        var method = METHOD.matcher(source).results().filter(one -> one.group(1).equals(name)).findFirst()
                .orElseThrow(() -> new IllegalStateException("the gallery has no source of " + name)).group();
        return Markdown.of("```java\n" + method.replaceAll("(?m)^    ", "") + "```\n");
    }

    private static String source() {
        try (var file = GalleryPage.class.getResourceAsStream("/gallery/Examples.java")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
