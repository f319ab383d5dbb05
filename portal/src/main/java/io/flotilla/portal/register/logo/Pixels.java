package io.flotilla.portal.register.logo;

import java.io.ByteArrayInputStream;
import java.util.function.Consumer;

import ar.com.hjg.pngj.IImageLineArray;
import ar.com.hjg.pngj.PngReaderByte;
import ar.com.hjg.pngj.PngjException;

/** Reads the rows of a checked file from top to bottom, each as ARGB of 8 bits a channel, whatever the file has. */
final class Pixels {
    private final PngReaderByte reader;
    private final PngHeader header;
    private final int[] argb;

    private Pixels(PngFile file) {
        reader = new PngReaderByte(new ByteArrayInputStream(file.stripped()));
        header = file.header();
        argb = new int[(int) header.width()];
    }

    /** @param row takes each row; the array is used again for the next one */
    static void read(PngFile file, Consumer<int[]> row) throws NotALogo {
        try {
            var pixels = new Pixels(file);
            while (pixels.reader.hasMoreRows()) {
                pixels.convert(pixels.reader.readRowByte());
                row.accept(pixels.argb);
            }
            pixels.reader.end();
        } catch (PngjException | IndexOutOfBoundsException e) {
            throw new NotALogo("The file is damaged: its pixels cannot be read. Export the picture again.");
        }
    }

    private void convert(IImageLineArray line) {
        for (int x = 0; x < argb.length; x++) {
            argb[x] = switch (header.colour()) {
                case 0 -> grey(line.getElem(x));
                case 2 -> rgb(line.getElem(3 * x), line.getElem(3 * x + 1), line.getElem(3 * x + 2));
                case 3 -> palette(line.getElem(x));
                case 4 -> argb(eight(line.getElem(2 * x + 1)), eight(line.getElem(2 * x)), eight(line.getElem(2 * x)),
                        eight(line.getElem(2 * x)));
                default -> argb(eight(line.getElem(4 * x + 3)), eight(line.getElem(4 * x)),
                        eight(line.getElem(4 * x + 1)), eight(line.getElem(4 * x + 2)));
            };
        }
    }

    private int grey(int value) {
        var transparent = reader.getMetadata().getTRNS();
        int alpha = transparent != null && transparent.getGray() == value ? 0 : 255;
        return argb(alpha, eight(value), eight(value), eight(value));
    }

    private int rgb(int red, int green, int blue) {
        var transparent = reader.getMetadata().getTRNS();
        int alpha = 255;
        if (transparent != null) {
            var key = transparent.getRGB();
            alpha = key[0] == red && key[1] == green && key[2] == blue ? 0 : 255;
        }
        return argb(alpha, eight(red), eight(green), eight(blue));
    }

    /** An index beyond the palette is an error by the letter; decoders show black, and so do we. */
    private int palette(int index) {
        var palette = reader.getMetadata().getPLTE();
        var transparent = reader.getMetadata().getTRNS();
        var alphas = transparent == null ? new int[0] : transparent.getPalletteAlpha();
        int colour = index < palette.getNentries() ? palette.getEntry(index) : 0;
        return (index < alphas.length ? alphas[index] : 255) << 24 | colour & 0xFFFFFF;
    }

    private int eight(int sample) {
        return switch (header.depth()) {
            case 16 -> sample >> 8;
            case 8 -> sample;
            default -> sample * 255 / ((1 << header.depth()) - 1);
        };
    }

    private static int argb(int alpha, int red, int green, int blue) {
        return alpha << 24 | red << 16 | green << 8 | blue;
    }
}
