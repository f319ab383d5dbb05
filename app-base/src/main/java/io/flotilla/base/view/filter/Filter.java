package io.flotilla.base.view.filter;

import java.util.List;
import java.util.Map;

/** Something that a page's reader chooses. It is also the condition that the chosen rows fulfil. */
public sealed interface Filter permits Select, MultiSelect, DateRange, Text, Toggle {

    /** What a person reads beside it. */
    String label();

    /** The parameters of an address that say what is chosen; none if nothing was. */
    Map<String, List<String>> parameters();
}
