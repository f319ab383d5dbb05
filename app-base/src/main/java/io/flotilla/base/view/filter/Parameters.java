package io.flotilla.base.view.filter;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The parameters of an address. Nothing that a browser or a stranger sends makes this fail; what is too much is left out. */
public final class Parameters {
    private static final int MOST = 200;
    private static final int LONGEST = 1_000;

    private final Map<String, List<String>> values;

    private Parameters(Map<String, List<String>> values) {
        this.values = values;
    }

    static Parameters parse(String query) {
        var values = new LinkedHashMap<String, List<String>>();
        int count = 0;
        for (var pair : query == null ? new String[0] : query.split("&")) {
            if (!pair.isEmpty() && count++ < MOST) {
                int equals = pair.indexOf('=');
                var name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                values.computeIfAbsent(name, n -> new ArrayList<>())
                        .add(equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return new Parameters(values);
    }

    /** Of several values the last, which is the button that was pressed; empty if there is none or it says nothing. */
    public Optional<String> last(String name) {
        var all = all(name);
        return all.isEmpty() || all.get(all.size() - 1).isBlank()
                ? Optional.empty()
                : Optional.of(all.get(all.size() - 1));
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    public Set<String> names() {
        return values.keySet();
    }

    /** As an address says them. */
    public static String written(Map<String, List<String>> parameters) {
        var text = new StringBuilder();
        parameters.forEach((name, all) -> all.forEach(value -> text.append(text.length() == 0 ? '?' : '&')
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8)).append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))));
        return text.toString();
    }

    /** Like {@link java.net.URLDecoder}, but what is no code stands for itself. Control characters are nobody's words. */
    private static String decoded(String text) {
        var bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length() && bytes.size() < LONGEST; i++) {
            char c = text.charAt(i);
            int code = c == '%' && i + 2 < text.length() ? hex(text.charAt(i + 1)) * 16 + hex(text.charAt(i + 2)) : -1;
            if (code >= 0) {
                bytes.write(code);
                i += 2;
            } else {
                bytes.writeBytes(String.valueOf(c == '+' ? ' ' : c).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", "");
    }

    private static int hex(char c) {
        int digit = Character.digit(c, 16);
        return digit < 0 || c > 'f' ? -1_000 : digit;
    }
}
