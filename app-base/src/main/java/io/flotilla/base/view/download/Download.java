package io.flotilla.base.view.download;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;

import io.flotilla.base.view.Part;
import io.flotilla.base.view.filter.Parameters;

/**
 * A file of what a part shows.
 *
 * @param type        its media type
 * @param disposition the header that tells the browser to keep it, and under which name
 */
public record Download(String type, String disposition, byte[] bytes) {

    /**
     * @param name what the part is called in the address: letters, digits and hyphens
     * @param kind {@code csv} or {@code xlsx}
     * @return empty if there is no such kind, or nothing to write
     */
    public static Optional<Download> of(Part part, String name, String kind, Parameters parameters) {
        if (!kind.equals("csv") && !kind.equals("xlsx")) {
            return Optional.empty();
        }
        return Sheet.of(part, name, parameters).map(sheet -> kind.equals("csv")
                ? new Download("text/csv; charset=utf-8", disposition(name, kind),
                        CsvFile.write(sheet).getBytes(StandardCharsets.UTF_8))
                : new Download("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        disposition(name, kind), XlsxFile.write(sheet)));
    }

    /** RFC 6266: a plain name for old programs, the whole one for all others. */
    private static String disposition(String name, String kind) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("[^A-Za-z0-9-]", "");
        return "attachment; filename=\"%s.%s\"; filename*=UTF-8''%s.%s".formatted(
                plain.isEmpty() ? "download" : plain, kind,
                java.net.URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"), kind);
    }
}
