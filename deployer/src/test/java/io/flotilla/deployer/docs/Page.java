package io.flotilla.deployer.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * One page of the documents, as a reader meets it.
 *
 * @param blocks  its code blocks
 * @param links   destinations of links and pictures
 * @param anchors what a link may lead to within it
 */
public record Page(Path file, List<Block> blocks, List<String> links, Set<String> anchors) {
    public static final Path HOUSE = Path.of("..").toAbsolutePath().normalize();

    /** @param kind what stands behind its opening fence; empty if nothing does */
    public record Block(String kind, String text) {
        /** What a person would type, without prompts and remarks. */
        public Stream<String> commands() {
            var prompted = text.lines().anyMatch(line -> line.startsWith("$ "));
            return text.replaceAll("\\\\\n\\s*", "").lines().filter(line -> !prompted || line.startsWith("$ "))
                    .map(line -> line.replaceFirst("^\\$ ", "").replaceFirst("(^|\\s+)#.*$", "").strip())
                    .filter(line -> !line.isEmpty());
        }
    }

    static List<Page> all() {
        try (var docs = Files.walk(HOUSE.resolve("docs"))) {
            return Stream
                    .of(Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md").map(HOUSE::resolve).map(Page::of),
                            docs.filter(file -> file.toString().endsWith(".md")).sorted().map(Page::of),
                            Stream.of(newDashboard()))
                    .flatMap(pages -> pages).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What a new dashboard says of itself. */
    private static Page newDashboard() throws IOException {
        var file = HOUSE.resolve("deployer/src/main/resources/io/flotilla/deployer/scaffold/dashboard/README.md");
        return of(file, Files.readString(file).replaceAll("@[a-z-]+@", "Sales"));
    }

    public static Page of(Path file) {
        try {
            return of(file, Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Page of(Path file, String markdown) {
        var page = new Page(file, new ArrayList<>(), new ArrayList<>(), new HashSet<>());
        Parser.builder().build().parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(FencedCodeBlock block) {
                page.blocks.add(new Block(block.getInfo(), block.getLiteral()));
            }

            @Override
            public void visit(IndentedCodeBlock block) {
                page.blocks.add(new Block("", block.getLiteral()));
            }

            @Override
            public void visit(Link link) {
                page.links.add(link.getDestination());
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                page.links.add(image.getDestination());
            }

            @Override
            public void visit(Heading heading) {
                page.anchors.add(anchor(words(heading)));
                visitChildren(heading);
            }
        });
        return page;
    }

    /** As git hosts make it: lower case, hyphens for blanks, no punctuation. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
    }

    private static String words(Node node) {
        var words = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                words.append(code.getLiteral());
            }
        });
        return words.toString();
    }
}
