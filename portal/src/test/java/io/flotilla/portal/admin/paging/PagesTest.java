package io.flotilla.portal.admin.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class PagesTest {
    @Test
    void everyEntryIsOnExactlyOnePage() {
        for (int size : new int[]{0, 1, Pages.SIZE, Pages.SIZE + 1, 5 * Pages.SIZE - 1}) {
            var all = IntStream.range(0, size).boxed().toList();
            var shown = new ArrayList<Integer>();
            int last = Pages.of(all, null).last();
            for (int number = 1; number <= last; number++) {
                shown.addAll(Pages.of(all, number).of(all));
            }
            assertEquals(all, shown);
        }
    }

    @Test
    void aPageThatIsNotThereIsTheNearest() {
        var all = IntStream.range(0, Pages.SIZE + 5).boxed().toList();
        assertEquals(1, Pages.of(all, -7).number());
        assertEquals(2, Pages.of(all, 99).number());
        assertEquals("101 to 105 of 105", Pages.of(all, 99).label());
        assertFalse(Pages.of(List.of(), null).many());
    }
}
