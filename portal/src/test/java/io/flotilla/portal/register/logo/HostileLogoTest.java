package io.flotilla.portal.register.logo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

import io.flotilla.portal.register.logo.Png.Chunk;
import org.junit.jupiter.api.Test;

/** Files that mean harm, or come from a broken program: refused with a sentence, at the cost of reading them once. */
class HostileLogoTest {
    private static final int SIDE = 128;
    private static final byte[] GOOD = Png.of(SIDE, 8, 2, false, (x, y) -> new int[]{x, y, x ^ y});

    @Test
    void whatIsNoPngIsNotTaken() {
        for (var text : new String[]{"", "GIF89a", "<svg xmlns='http://www.w3.org/2000/svg'/>", "\u0089PNG"}) {
            refused(text.getBytes(StandardCharsets.ISO_8859_1), "not a PNG");
        }
    }

    @Test
    void aFileThatEndsTooEarlyIsNotTakenWhereverItEnds() {
        for (int length = 8; length < GOOD.length; length++) {
            refused(Arrays.copyOf(GOOD, length), "damaged");
        }
    }

    @Test
    void aWrongChecksumIsNotTaken() {
        refused(new Png().header(SIDE, SIDE, 8, 0, false).chunk("IDAT", new byte[9], 1).end(), "checksum");
    }

    @Test
    void noBitOfAFileCanBeTurnedUnseen() {
        var random = new Random(7);
        for (int i = 0; i < 500; i++) {
            var turned = GOOD.clone();
            turned[8 + random.nextInt(GOOD.length - 8)] ^= (byte) (1 << random.nextInt(8));
            assertThrows(NotALogo.class, () -> Logo.of(turned));
        }
    }

    @Test
    void enormousPicturesAreRefusedByTheirHeaderAlone() {
        refused(new Png().header(50_000, 50_000, 8, 6, false).end(), "50000 by 50000");
        refused(new Png().header(-1, -1, 8, 6, false).end(), "4294967295");
        refused(new Png().header(2049, 2049, 8, 6, false).end(), "128 to 2048");
    }

    @Test
    void smallAndOblongPicturesAreRefusedWithAWordOnHowToMendIt() {
        refused(Png.of(127, 8, 0, false, (x, y) -> new int[]{0}), "128 to 2048");
        refused(new Png().header(200, 300, 8, 0, false).end(), "200 by 300 pixels; a logo is square");
    }

    @Test
    void aBombIsRefusedAtTheFirstByteTooMany() {
        var bomb = Png.deflated(new byte[64 * 1024 * 1024]);
        assertTrue(bomb.length < 100_000);
        refused(new Png().header(SIDE, SIDE, 8, 0, false).chunk("IDAT", bomb).end(), "more pixels than it says");
    }

    @Test
    void aBombBesideThePixelsIsNeverUnpacked() throws Exception {
        var bomb = Png.deflated(new byte[64 * 1024 * 1024]);
        var named = new byte[bomb.length + 3];
        named[0] = 'x';
        System.arraycopy(bomb, 0, named, 3, bomb.length);
        var file = Png.of(SIDE, 8, 0, false, (x, y) -> new int[]{9}, new Chunk("zTXt", named),
                new Chunk("iCCP", named));

        assertEquals(Logo.of(Png.of(SIDE, 8, 0, false, (x, y) -> new int[]{9})).hash(), Logo.of(file).hash());
    }

    @Test
    void tooFewPixelsAreNotTaken() {
        refused(new Png().header(SIDE, SIDE, 8, 0, false).chunk("IDAT", Png.deflated(new byte[100])).end(),
                "fewer pixels");
        refused(new Png().header(SIDE, SIDE, 8, 0, false).end(), "fewer pixels");
    }

    @Test
    void pixelsThatAreNotDeflatedAreNotTaken() {
        refused(new Png().header(SIDE, SIDE, 8, 0, false).chunk("IDAT", new byte[]{1, 2, 3, 4}).end(), "unpacked");
    }

    @Test
    void headersThatNoPngHasAreNotTaken() {
        refused(new Png().header(SIDE, SIDE, 3, 0, false).end(), "header");
        refused(new Png().header(SIDE, SIDE, 16, 3, false).end(), "header");
        refused(new Png().header(SIDE, SIDE, 8, 5, false).end(), "header");
        refused(new Png().chunk("IDAT", new byte[13]).end(), "does not begin");
        refused(new Png().chunk("IHDR", new byte[12]).end(), "does not begin");
        refused(new Png().header(SIDE, SIDE, 8, 0, false).header(SIDE, SIDE, 8, 0, false).end(), "two headers");
    }

    @Test
    void chunksInTheWrongPlaceAreNotTaken() {
        var row = Png.deflated(Png.raw(SIDE, 8, false, (x, y) -> new int[]{0}));
        refused(new Png().header(SIDE, SIDE, 8, 3, false).chunk("IDAT", row).end(), "not in order");
        refused(new Png().header(SIDE, SIDE, 8, 3, false).chunk("PLTE", new byte[4]).end(), "palette");
        refused(new Png().header(SIDE, SIDE, 8, 3, false).chunk("PLTE", new byte[3]).chunk("tRNS", new byte[2]).end(),
                "transparency");
        refused(new Png().header(SIDE, SIDE, 8, 0, false).chunk("IDAT", row).chunk("tEXt", new byte[3])
                .chunk("IDAT", row).end(), "not in order");
        refused(new Png().header(SIDE, SIDE, 8, 0, false).chunk("EVIL", new byte[3]).end(), "no PNG has");
    }

    @Test
    void moreThanTwoMegabytesAreNotRead() {
        refused(new byte[2 * 1024 * 1024 + 1], "2 MB");
    }

    private static void refused(byte[] file, String why) {
        var refusal = assertThrows(NotALogo.class, () -> Logo.of(file));
        assertTrue(refusal.getMessage().contains(why), refusal.getMessage());
    }
}
