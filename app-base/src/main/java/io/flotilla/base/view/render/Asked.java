package io.flotilla.base.view.render;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.flotilla.base.view.View;
import io.flotilla.base.view.filter.Parameters;

/**
 * What the browser asks for.
 *
 * @param address    of the page, without a query
 * @param known      what it has of the page: digests by the names of the regions; empty if it has nothing
 * @param only       the one region that it waits for
 * @param waits      whether it would rather wait for slow parts than come back for them
 * @param parameters of the address
 */
record Asked(String address, Parameters parameters, Map<String, String> known, Optional<String> only,
        boolean waits) {
    static final String WAIT = ".wait";
    static final String DOWNLOAD = ".download";
    private static final List<String> CHOICES = List.of(".sort", ".search", ".page", ".tab");

    /** Digests as the script sends them: {@code part-orders:x7Ru… view:…}. */
    static Map<String, String> known(String header) {
        var known = new LinkedHashMap<String, String>();
        for (var one : header == null ? new String[0] : header.split(" ")) {
            int colon = one.lastIndexOf(':');
            if (colon > 0) {
                known.put(one.substring(0, colon), one.substring(colon + 1));
            }
        }
        return known;
    }

    /** The address of what is shown, with what says nothing left out. */
    String canonical(View view) {
        var said = new LinkedHashMap<String, List<String>>();
        view.filters().forEach(filter -> said.putAll(filter.parameters()));
        var choices = new TreeMap<String, List<String>>();
        for (var name : parameters.names()) {
            if (CHOICES.stream().anyMatch(name::endsWith)) {
                parameters.last(name).filter(value -> !(name.endsWith(".page") && value.equals("1")))
                        .ifPresent(value -> choices.put(name, List.of(value)));
            }
        }
        said.putAll(choices);
        return address + Parameters.written(said);
    }

    /** The same with one parameter more. */
    String with(View view, String name, String value) {
        var canonical = canonical(view);
        return canonical + Parameters.written(Map.of(name, List.of(value))).replaceFirst("^.",
                canonical.contains("?") ? "&" : "?");
    }
}
