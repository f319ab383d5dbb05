package io.flotilla.portal.register.logo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;

import io.flotilla.portal.register.logo.Png.Chunk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What honest files become; another reader than ours, the one of the JDK, says what the result looks like. */
class LogoTest {
    private static final int SIDE = 130;

    @Test
    void keepsEveryPixelOfAPictureThatIsSmallEnough() throws Exception {
        var logo = Logo.of(Png.of(SIDE, 8, 6, false, (x, y) -> new int[]{x, y, 128, 255 - x}));

        assertEquals(argb(255 - 7, 7, 9, 128), pixel(logo.large(), 7, 9));
        assertEquals(argb(255 - 120, 120, 129, 128), pixel(logo.small(), 120, 129));
        assertEquals(SIDE, ImageIO.read(new ByteArrayInputStream(logo.large())).getWidth());
    }

    @Test
    void makesLargePicturesAsLargeAsTilesNeed() throws Exception {
        var logo = Logo.of(Png.disc(1000));

        assertEquals(Logo.LARGE, ImageIO.read(new ByteArrayInputStream(logo.large())).getWidth());
        assertEquals(Logo.SMALL, ImageIO.read(new ByteArrayInputStream(logo.small())).getHeight());
        assertEquals(argb(255, 255, 250, 235), pixel(logo.large(), 256, 205));
        assertEquals(0, pixel(logo.large(), 2, 2) >>> 24);
    }

    @Test
    void mixesColoursByWhatTheyCoverAndLeavesNoFringeAroundWhatIsTransparent() throws Exception {
        var stripes = Png.of(1024, 8, 6, false,
                (x, y) -> x % 2 == 0 ? new int[]{200, 100, 0, 255} : new int[]{0, 0, 0, 0});
        assertEquals(argb(128, 200, 100, 0), pixel(Logo.of(stripes).large(), 100, 100));

        var grey = Png.of(768, 8, 0, false, (x, y) -> new int[]{x % 3 == 0 ? 255 : 0});
        // Three old columns make two new ones: the first has all of the white one and half a black one.
        assertEquals(argb(255, 170, 170, 170), pixel(Logo.of(grey).large(), 0, 0));
        assertEquals(argb(255, 0, 0, 0), pixel(Logo.of(grey).large(), 1, 0));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void readsEveryKindOfPngTheSameInterlacedOrNot(boolean interlaced) throws Exception {
        assertEquals(argb(255, 255, 1, 0), colour(Png.of(SIDE, 16, 2, interlaced, (x, y) -> at(x, y, 65535, 300, 0))));
        assertEquals(argb(127, 255, 0, 0),
                colour(Png.of(SIDE, 16, 6, interlaced, (x, y) -> at(x, y, 65535, 0, 0, 0x7FFF))));
        assertEquals(argb(255, 85, 85, 85), colour(Png.of(SIDE, 2, 0, interlaced, (x, y) -> at(x, y, 1))));
        assertEquals(argb(255, 255, 255, 255), colour(Png.of(SIDE, 1, 0, interlaced, (x, y) -> at(x, y, 1))));
        assertEquals(argb(99, 17, 17, 17), colour(Png.of(SIDE, 8, 4, interlaced, (x, y) -> at(x, y, 17, 99))));
        assertEquals(argb(60, 9, 8, 7), colour(Png.of(SIDE, 4, 3, interlaced, (x, y) -> at(x, y, 2),
                new Chunk("PLTE", new byte[]{0, 0, 0, 1, 1, 1, 9, 8, 7}),
                new Chunk("tRNS", new byte[]{0, 0, 60}))));
    }

    @Test
    void theOneTransparentColourOfAPictureWithoutAlphaIsTransparent() throws Exception {
        assertEquals(0, colour(Png.of(SIDE, 8, 2, false, (x, y) -> at(x, y, 1, 2, 3),
                new Chunk("tRNS", new byte[]{0, 1, 0, 2, 0, 3}))) >>> 24);
        assertEquals(0, colour(Png.of(SIDE, 8, 0, false, (x, y) -> at(x, y, 5),
                new Chunk("tRNS", new byte[]{0, 5}))) >>> 24);
    }

    @Test
    void anIndexThatThePaletteDoesNotHaveIsBlack() throws Exception {
        assertEquals(argb(255, 0, 0, 0), colour(Png.of(SIDE, 8, 3, false, (x, y) -> at(x, y, 200),
                new Chunk("PLTE", new byte[]{9, 9, 9}))));
    }

    @Test
    void ofAnAnimationThePictureThatStandsStillIsTaken() throws Exception {
        var frame = Png.deflated(Png.raw(SIDE, 8, false, (x, y) -> new int[]{1, 2, 3}));
        var file = new Png().header(SIDE, SIDE, 8, 2, false)
                .chunk("acTL", new byte[]{0, 0, 0, 2, 0, 0, 0, 0})
                .pixels(SIDE, 8, false, (x, y) -> new int[]{10, 20, 30})
                .chunk("fcTL", new byte[26]).chunk("fdAT", frame).end();
        var logo = Logo.of(file);

        assertEquals(argb(255, 10, 20, 30), pixel(logo.large(), 64, 64));
        assertEquals(List.of("IHDR", "IDAT", "IEND"), chunks(logo.large()));
    }

    @Test
    void nothingThatIsHiddenInTheFileOrBehindItsEndIsKept() throws Exception {
        var script = "<script>alert(1)</script>PK\u0003\u0004 EVIL".getBytes(StandardCharsets.ISO_8859_1);
        var png = Png.of(SIDE, 8, 2, false, (x, y) -> new int[]{x, y, 0}, new Chunk("tEXt", script),
                new Chunk("eXIf", script), new Chunk("iCCP", script));
        var polyglot = new byte[png.length + script.length];
        System.arraycopy(png, 0, polyglot, 0, png.length);
        System.arraycopy(script, 0, polyglot, png.length, script.length);
        var logo = Logo.of(polyglot);

        for (var kept : List.of(logo.large(), logo.small())) {
            assertFalse(new String(kept, StandardCharsets.ISO_8859_1).contains("EVIL"));
            assertEquals(List.of("IHDR", "IDAT", "IEND"), chunks(kept));
        }
        assertEquals(logo.hash(), Logo.of(png).hash());
    }

    @Test
    void anotherPictureHasAnotherHash() throws Exception {
        assertNotEquals(Logo.of(Png.disc(200)).hash(), Logo.of(Png.disc(201)).hash());
    }

    /** A picture with one marked pixel at 64, 77, so that a mistaken row or column is seen. */
    private static int[] at(int x, int y, int... marked) {
        return x == 64 && y == 77 ? marked : new int[marked.length];
    }

    private static int colour(byte[] file) throws Exception {
        return pixel(Logo.of(file).large(), 64, 77);
    }

    private static int pixel(byte[] png, int x, int y) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png)).getRGB(x, y);
    }

    private static int argb(int alpha, int red, int green, int blue) {
        return alpha << 24 | red << 16 | green << 8 | blue;
    }

    private static List<String> chunks(byte[] png) throws NotALogo {
        var names = new ArrayList<String>();
        for (int at = 8; at < png.length; at = PngChunk.at(png, at).end()) {
            names.add(PngChunk.at(png, at).name());
        }
        return names.stream().distinct().toList();
    }
}
