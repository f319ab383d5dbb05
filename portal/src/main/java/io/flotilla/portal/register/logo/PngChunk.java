package io.flotilla.portal.register.logo;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * One chunk of a PNG, in place: length, name, data, checksum.
 *
 * @param file   the whole file
 * @param start  where the chunk begins in it
 * @param length of its data, in bytes
 */
record PngChunk(byte[] file, int start, int length) {
    private static final int FRAME = 12;

    /** @throws NotALogo if the file ends within the chunk, or the checksum is another */
    static PngChunk at(byte[] file, int start) throws NotALogo {
        long length = file.length - start < FRAME ? Long.MAX_VALUE : number(file, start);
        if (length > file.length - start - FRAME) {
            throw new NotALogo("The file is damaged: it ends in the middle. Export the picture again.");
        }
        var chunk = new PngChunk(file, start, (int) length);
        var crc = new CRC32();
        crc.update(file, start + 4, chunk.length + 4);
        if (crc.getValue() != number(file, chunk.end() - 4)) {
            throw new NotALogo("The file is damaged: a checksum is wrong. Export the picture again.");
        }
        return chunk;
    }

    boolean is(String name) {
        return name().equals(name);
    }

    String name() {
        return new String(file, start + 4, 4, StandardCharsets.ISO_8859_1);
    }

    /** Where the next chunk begins. */
    int end() {
        return start + length + FRAME;
    }

    int size() {
        return length + FRAME;
    }

    int dataStart() {
        return start + 8;
    }

    int at(int index) {
        return file[dataStart() + index] & 0xFF;
    }

    /** Four bytes of the data as an unsigned number. */
    long number(int index) {
        return number(file, dataStart() + index);
    }

    private static long number(byte[] bytes, int at) {
        return (bytes[at] & 0xFFL) << 24 | (bytes[at + 1] & 0xFFL) << 16 | (bytes[at + 2] & 0xFFL) << 8
                | bytes[at + 3] & 0xFFL;
    }
}
