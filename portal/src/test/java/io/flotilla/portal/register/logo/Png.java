package io.flotilla.portal.register.logo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes PNGs of every kind, honest and hostile, byte by byte, so that the reader under test is not its own judge. */
public final class Png {
    private static final int[][] ADAM7 = {{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4},
            {1, 0, 2, 2}, {0, 1, 1, 2}};

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** The samples of the pixel at x, y; each as large as the depth allows. */
    interface Picture {
        int[] at(int x, int y);
    }

    record Chunk(String name, byte[] data) {}

    Png() {
        out.writeBytes(new byte[]{(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    }

    /** A picture that shows something: a disc on a diagonal gradient, with a transparent corner. */
    public static byte[] disc(int side) {
        return of(side, 8, 6, false, (x, y) -> {
            var inside = Math.hypot(x - side / 2.0, y - side * 0.4) < side * 0.26;
            return inside
                    ? new int[]{255, 250, 235, 255}
                    : new int[]{20 + 120 * x / side, 90 + 60 * y / side, 150 + 80 * (side - x) / side,
                            x + y < side / 6 ? 0 : 255};
        });
    }

    static byte[] of(int side, int depth, int colour, boolean interlaced, Picture picture, Chunk... before) {
        var png = new Png().header(side, side, depth, colour, interlaced);
        for (var chunk : before) {
            png.chunk(chunk.name(), chunk.data());
        }
        return png.pixels(side, depth, interlaced, picture).end();
    }

    Png header(int width, int height, int depth, int colour, boolean interlaced) {
        return chunk("IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height)
                .put(new byte[]{(byte) depth, (byte) colour, 0, 0, (byte) (interlaced ? 1 : 0)}).array());
    }

    Png pixels(int side, int depth, boolean interlaced, Picture picture) {
        return chunk("IDAT", deflated(raw(side, depth, interlaced, picture)));
    }

    Png chunk(String name, byte[] data) {
        return chunk(name, data, 0);
    }

    /** @param wrong added to the checksum */
    Png chunk(String name, byte[] data, int wrong) {
        var type = name.getBytes(StandardCharsets.ISO_8859_1);
        var crc = new CRC32();
        crc.update(type);
        crc.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(type);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue() + wrong).array());
        return this;
    }

    byte[] end() {
        return chunk("IEND", new byte[0]).bytes();
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    static byte[] raw(int side, int depth, boolean interlaced, Picture picture) {
        var raw = new ByteArrayOutputStream();
        for (var pass : interlaced ? ADAM7 : new int[][]{{0, 0, 1, 1}}) {
            for (int y = pass[1]; y < side && pass[0] < side; y += pass[3]) {
                raw.write(0);
                raw.writeBytes(row(side, y, pass, depth, picture));
            }
        }
        return raw.toByteArray();
    }

    private static byte[] row(int side, int y, int[] pass, int depth, Picture picture) {
        List<Integer> samples = new ArrayList<>();
        for (int x = pass[0]; x < side; x += pass[2]) {
            for (int sample : picture.at(x, y)) {
                samples.add(sample);
            }
        }
        var row = new byte[(samples.size() * depth + 7) / 8];
        for (int i = 0; i < samples.size(); i++) {
            int sample = samples.get(i);
            if (depth == 16) {
                row[2 * i] = (byte) (sample >> 8);
                row[2 * i + 1] = (byte) sample;
            } else {
                row[i * depth / 8] |= (byte) (sample << 8 - depth - i * depth % 8);
            }
        }
        return row;
    }

    static byte[] deflated(byte[] plain) {
        var deflater = new Deflater(9);
        deflater.setInput(plain);
        deflater.finish();
        var bytes = new ByteArrayOutputStream();
        var some = new byte[8192];
        while (!deflater.finished()) {
            bytes.write(some, 0, deflater.deflate(some));
        }
        deflater.end();
        return bytes.toByteArray();
    }
}
