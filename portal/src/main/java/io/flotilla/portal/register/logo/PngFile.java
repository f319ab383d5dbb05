package io.flotilla.portal.register.logo;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * An uploaded file, checked from end to end before anything decodes it: a PNG whose header, checksums, order of chunks and
 * inflated size are in order.
 *
 * @param header   what it says of itself
 * @param stripped the same picture as a file with nothing but the chunks that its pixels need: no text, no times, no
 *                 profiles, no further frames, nothing behind its end
 */
record PngFile(PngHeader header, byte[] stripped) {
    /** In bytes. */
    static final int LARGEST = 2 * 1024 * 1024;

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final Set<String> NEEDED = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
    private static final int PALETTE_ENTRY = 3;

    /** @throws NotALogo if the file is not taken; the message tells its sender why */
    static PngFile of(byte[] file) throws NotALogo {
        if (file.length > LARGEST) {
            throw new NotALogo("The file has more than 2 MB. Save the picture smaller: 512 by 512 pixels are plenty.");
        }
        if (file.length < SIGNATURE.length
                || !Arrays.equals(file, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)) {
            throw new NotALogo("The file is not a PNG. Save the picture as PNG, then send it again.");
        }
        var chunk = PngChunk.at(file, SIGNATURE.length);
        var header = PngHeader.of(chunk);
        var stripped = new ByteArrayOutputStream(file.length);
        stripped.writeBytes(SIGNATURE);
        keep(chunk, stripped);
        try (var pixels = new PixelCount(header)) {
            while (!chunk.is("IEND")) {
                chunk = PngChunk.at(file, chunk.end());
                check(chunk, header, pixels);
                keep(chunk, stripped);
            }
            pixels.complete();
        }
        return new PngFile(header, stripped.toByteArray());
    }

    private static void keep(PngChunk chunk, ByteArrayOutputStream stripped) {
        if (NEEDED.contains(chunk.name())) {
            stripped.write(chunk.file(), chunk.start(), chunk.size());
        }
    }

    private static void check(PngChunk chunk, PngHeader header, PixelCount pixels) throws NotALogo {
        switch (chunk.name()) {
            case "IHDR" -> throw damaged("it has two headers");
            case "PLTE" -> pixels.palette(chunk);
            case "tRNS" -> pixels.transparency(chunk);
            case "IDAT" -> pixels.add(chunk);
            default -> {
                // A capital first letter says that the picture cannot be shown without the chunk.
                if (!NEEDED.contains(chunk.name()) && Character.isUpperCase(chunk.name().charAt(0))) {
                    throw damaged("it needs something that no PNG has");
                }
                pixels.other();
            }
        }
    }

    private static NotALogo damaged(String why) {
        return new NotALogo("The file is damaged: %s. Export the picture again.".formatted(why));
    }

    /** Inflates the pixels without keeping them, and stops at the first byte too many. */
    private static final class PixelCount implements AutoCloseable {
        private final PngHeader header;
        private final Inflater inflater = new Inflater();
        private final byte[] window = new byte[64 * 1024];
        private long inflated;
        private int colours = -1;
        private boolean begun;
        private boolean over;

        PixelCount(PngHeader header) {
            this.header = header;
        }

        void palette(PngChunk chunk) throws NotALogo {
            colours = chunk.length() / PALETTE_ENTRY;
            if (begun || chunk.length() % PALETTE_ENTRY != 0 || colours < 1 || colours > 256) {
                throw damaged("its palette is not in order");
            }
        }

        void transparency(PngChunk chunk) throws NotALogo {
            boolean fits = switch (header.colour()) {
                case 0 -> chunk.length() == 2;
                case 2 -> chunk.length() == 6;
                case 3 -> chunk.length() <= colours;
                default -> false;
            };
            if (begun || !fits) {
                throw damaged("its transparency is not in order");
            }
        }

        void add(PngChunk chunk) throws NotALogo {
            if (over || header.palette() && colours < 0) {
                throw damaged("its pixels are not in order");
            }
            begun = true;
            inflater.setInput(chunk.file(), chunk.dataStart(), chunk.length());
            try {
                for (int some = -1; some != 0 && !inflater.needsInput(); inflated += some) {
                    some = inflater.inflate(window);
                    if (inflated + some > header.raw()) {
                        throw damaged("it has more pixels than it says");
                    }
                }
            } catch (DataFormatException e) {
                throw damaged("its pixels cannot be unpacked");
            }
        }

        void other() {
            over = begun;
        }

        void complete() throws NotALogo {
            if (inflated < header.raw() || !inflater.finished()) {
                throw damaged("it has fewer pixels than it says");
            }
        }

        @Override
        public void close() {
            inflater.end();
        }
    }
}
