package io.flotilla.base.catalogue.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;

import io.flotilla.base.noticeboard.Noticeboard;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

/**
 * The catalogue as the deployer last posted it: key {@code catalogue}, JSON with the {@code file}'s name and the
 * {@code yaml} as written there.
 */
public record PostedCatalogue(Noticeboard noticeboard) implements CatalogueWatch.Source {
    public static final String KEY = "catalogue";

    @Override
    public Optional<CatalogueWatch.Text> look() {
        return noticeboard.read(KEY).map(posting -> text(new String(posting.body(), UTF_8)));
    }

    private static CatalogueWatch.Text text(String body) {
        try {
            var posted = new JsonObject(body);
            return new CatalogueWatch.Text(posted.getString("file", "fleet.yaml"),
                    posted.getString("yaml", "").getBytes(UTF_8));
        } catch (DecodeException | ClassCastException e) {
            throw new IllegalStateException("the noticeboard's catalogue is not as the deployer posts it", e);
        }
    }
}
