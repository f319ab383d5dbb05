package io.flotilla.base.sample.mailbox;

import java.util.HashMap;
import java.util.Map;

import io.flotilla.base.page.TrialPages;

/** The mailbox, on a free port and a folder of its own. */
public class TrialMailbox extends TrialPages {
    @Override
    public Map<String, String> getConfigOverrides() {
        var settings = new HashMap<>(super.getConfigOverrides());
        settings.putAll(Map.of("flotilla.sample", "mailbox", "flotilla.title", "Mailbox", "flotilla.mailbox.port", "0",
                "flotilla.mailbox.folder", "target/trial-mailbox-" + System.nanoTime()));
        return settings;
    }
}
