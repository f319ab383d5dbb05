package io.flotilla.portal.register.logo;

import java.io.ByteArrayOutputStream;

import ar.com.hjg.pngj.ImageInfo;
import ar.com.hjg.pngj.PngWriter;

/**
 * A square picture made smaller while its rows come in: every new pixel is the mean of the old ones that it covers, by area,
 * each weighed by its opacity, so that what is transparent leaves no fringe.
 */
final class Scaled {
    private static final int CHANNELS = 4;

    private final int from;
    private final int to;
    private final double[] sums;
    private int row;

    /** @param from the side of what comes in, in pixels; @param to the side that it gets, at most as large */
    Scaled(int from, int to) {
        this.from = from;
        this.to = to;
        this.sums = new double[to * to * CHANNELS];
    }

    /** Takes the next row from the top. */
    void add(int[] argb) {
        spread(row++, (y, down) -> addRow(argb, y, down));
    }

    /** The picture as a PNG of RGB with alpha, 8 bits a channel, with nothing in it but the pixels. */
    byte[] png() {
        var bytes = new ByteArrayOutputStream(to * to);
        var writer = new PngWriter(bytes, new ImageInfo(to, to, 8, true));
        var line = new int[to * CHANNELS];
        for (int y = 0; y < to; y++) {
            for (int x = 0; x < to; x++) {
                write(line, x, CHANNELS * (y * to + x));
            }
            writer.writeRowInt(line);
        }
        writer.end();
        return bytes.toByteArray();
    }

    private void write(int[] line, int x, int at) {
        double alpha = sums[at + 3];
        for (int channel = 0; channel < 3; channel++) {
            line[CHANNELS * x + channel] = alpha == 0 ? 0 : (int) Math.round(sums[at + channel] / alpha);
        }
        double area = (double) from / to * from / to;
        line[CHANNELS * x + 3] = (int) Math.round(alpha / area);
    }

    private void addRow(int[] argb, int y, double down) {
        for (int column = 0; column < from; column++) {
            int pixel = argb[column];
            spread(column, (x, across) -> {
                int at = CHANNELS * (y * to + x);
                double weight = (pixel >>> 24) * down * across;
                sums[at] += weight * (pixel >> 16 & 0xFF);
                sums[at + 1] += weight * (pixel >> 8 & 0xFF);
                sums[at + 2] += weight * (pixel & 0xFF);
                sums[at + 3] += weight;
            });
        }
    }

    private interface Part {
        void take(int index, double share);
    }

    /** The one or two new rows or columns that an old one lies in, with how much of it lies there. */
    private void spread(int old, Part part) {
        double start = (double) old * to / from;
        double end = (double) (old + 1) * to / from;
        int first = Math.min((int) start, to - 1);
        double border = Math.min(end, first + 1.0);
        double scale = (double) from / to;
        part.take(first, (border - start) * scale);
        if (end - border > 1e-9 && first + 1 < to) {
            part.take(first + 1, (end - border) * scale);
        }
    }
}
