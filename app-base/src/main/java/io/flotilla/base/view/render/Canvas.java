package io.flotilla.base.view.render;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.flotilla.base.view.html.Html;

/**
 * The page in the making: a frame, and in it regions that are replaced by themselves. As long as the frame stays what it
 * was, a region is all that has to be sent.
 */
final class Canvas {
    private final List<Object> pieces = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private Html frame = new Html();

    /** What the reader types is in the frame and does not make it another one. */
    private record Loose(String html) {}

    Html frame() {
        return frame;
    }

    /** A name that no other element of the view has. */
    String claim(String wanted) {
        var id = wanted;
        for (int i = 2; !ids.add(id); i++) {
            id = wanted + "-" + i;
        }
        return id;
    }

    void add(Region region) {
        end();
        pieces.add(region);
    }

    void addLoose(Html html) {
        end();
        pieces.add(new Loose(html.toString()));
    }

    /** Everything, as one region. */
    Region whole() {
        end();
        var all = new StringBuilder(16_384);
        var structure = new StringBuilder(4_096);
        for (var piece : pieces) {
            if (piece instanceof Region region) {
                all.append(region.html(false));
                structure.append(region.id()).append('\n');
            } else if (piece instanceof Loose loose) {
                all.append(loose.html);
            } else {
                all.append(piece);
                structure.append(piece);
            }
        }
        return new Region("div", "view", " class=\"view\"", all.toString(), Region.digest(structure.toString()));
    }

    List<Region> regions() {
        return pieces.stream().filter(Region.class::isInstance).map(Region.class::cast).toList();
    }

    private void end() {
        if (frame.length() > 0) {
            pieces.add(frame.toString());
            frame = new Html();
        }
    }
}
