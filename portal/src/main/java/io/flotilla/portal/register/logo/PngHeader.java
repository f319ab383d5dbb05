package io.flotilla.portal.register.logo;

/**
 * What a PNG says of itself before a single pixel is looked at
 * (<a href="https://www.w3.org/TR/png-3/#11IHDR">PNG, 11.2.1</a>).
 *
 * @param width  in pixels
 * @param height in pixels
 * @param depth  bits a sample
 * @param colour 0 grey, 2 RGB, 3 palette, 4 grey with alpha, 6 RGB with alpha
 * @param raw    bytes that its pixels take when they are inflated, filter bytes included: no honest file has more
 */
record PngHeader(long width, long height, int depth, int colour, long raw) {
    static final int SMALLEST = 128;
    static final int LARGEST = 2048;

    /** @throws NotALogo if no picture of this kind is taken, whatever its pixels are */
    static PngHeader of(PngChunk chunk) throws NotALogo {
        if (!chunk.is("IHDR") || chunk.length() != 13) {
            throw new NotALogo("The file is damaged: it does not begin as a PNG does.");
        }
        var width = chunk.number(0);
        var height = chunk.number(4);
        if (width != height) {
            throw new NotALogo("The picture is %d by %d pixels; a logo is square. Crop it, then send it again."
                    .formatted(width, height));
        }
        if (width < SMALLEST || width > LARGEST) {
            throw new NotALogo("The picture is %d by %d pixels; a logo has %d to %d each way."
                    .formatted(width, height, SMALLEST, LARGEST));
        }
        int depth = chunk.at(8);
        int colour = chunk.at(9);
        int interlaced = chunk.at(12);
        if (!allowed(depth, colour) || chunk.at(10) != 0 || chunk.at(11) != 0 || interlaced > 1) {
            throw new NotALogo("The file is damaged: its header says what no PNG may say.");
        }
        return new PngHeader(width, height, depth, colour, raw(width, depth * channels(colour), interlaced == 1));
    }

    boolean palette() {
        return colour == 3;
    }

    private static boolean allowed(int depth, int colour) {
        return switch (colour) {
            case 0 -> depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
            case 3 -> depth == 1 || depth == 2 || depth == 4 || depth == 8;
            case 2, 4, 6 -> depth == 8 || depth == 16;
            default -> false;
        };
    }

    private static int channels(int colour) {
        return switch (colour) {
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 1;
        };
    }

    /** Adam7 reads a picture in seven passes, of which each begins at {x, y} and takes every {x, y}th pixel. */
    private static long raw(long side, int bitsPerPixel, boolean interlaced) {
        var passes = interlaced
                ? new int[][]{{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2},
                        {0, 1, 1, 2}}
                : new int[][]{{0, 0, 1, 1}};
        long raw = 0;
        for (var pass : passes) {
            long columns = (side - pass[0] + pass[2] - 1) / pass[2];
            long rows = (side - pass[1] + pass[3] - 1) / pass[3];
            raw += rows * (1 + (columns * bitsPerPixel + 7) / 8);
        }
        return raw;
    }
}
