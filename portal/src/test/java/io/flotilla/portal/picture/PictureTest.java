package io.flotilla.portal.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.flotilla.portal.graph.AppEdges;
import org.junit.jupiter.api.Test;

class PictureTest {
    @Test
    void drawsEveryAppGroupAndEdgeOnceAndNothingOverAnything() {
        var apps = new ArrayList<AppEdges>();
        for (int i = 0; i < 60; i++) {
            apps.add(app("App" + i, new TreeSet<>(List.of("group" + i % 7, "group" + i % 11))));
        }
        apps.add(app("Closed", Set.of()));

        var picture = Picture.of(apps);

        assertEquals(61 + 11, picture.nodes().size());
        assertEquals(apps.stream().mapToInt(app -> app.requires().size()).sum(), picture.curves().size());
        assertEquals(1, picture.nodes().stream().filter(box -> box.kind().equals("closed")).count());
        for (int i = 0; i < picture.nodes().size(); i++) {
            var box = picture.nodes().get(i);
            assertTrue(box.x() >= 0 && box.x() + box.width() <= picture.width(), box.toString());
            for (var other : picture.nodes().subList(i + 1, picture.nodes().size())) {
                assertFalse(overlap(box, other), box + " " + other);
            }
        }
    }

    @Test
    void anEmptyGraphIsAnEmptyPicture() {
        assertEquals(List.of(), Picture.of(List.of()).nodes());
    }

    private static boolean overlap(Picture.Box a, Picture.Box b) {
        return a.x() < b.x() + b.width() && b.x() < a.x() + a.width() && a.y() < b.y() + b.height()
                && b.y() < a.y() + a.height();
    }

    private static AppEdges app(String name, Set<String> requires) {
        return new AppEdges(name, name, new TreeSet<>(requires), false, new TreeSet<>(), false);
    }
}
