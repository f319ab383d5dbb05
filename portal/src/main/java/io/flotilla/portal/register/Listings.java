package io.flotilla.portal.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.flotilla.base.catalogue.App;
import org.jdbi.v3.core.Handle;

/** The listings in the database, laid over what the catalogue says. */
@ApplicationScoped
public class Listings {

    /** The listings of some apps, by name. */
    public Map<String, Listing> of(Handle handle, Collection<App> apps) {
        var listings = new HashMap<String, Listing>();
        apps.forEach(app -> listings.put(app.name(), Listing.of(app)));
        handle.createQuery("SELECT * FROM listing").map((row, context) -> {
            var app = listings.get(row.getString("app"));
            return app == null ? null : listings.put(app.app().name(), listing(app.app(), row));
        }).list();
        return listings;
    }

    public Listing of(Handle handle, App app) {
        return handle.createQuery("SELECT * FROM listing WHERE app = :app").bind("app", app.name())
                .map((row, context) -> listing(app, row)).findOne().orElseGet(() -> Listing.of(app));
    }

    /**
     * Writes a listing over the version that it was made from.
     *
     * @return false if somebody else has changed it since; nothing is written then
     */
    boolean save(Handle handle, Listing listing, String by, Instant at) {
        return handle.createUpdate("""
                INSERT INTO listing (app, title, description, team, contact, logo, version, changed_at, changed_by)
                VALUES (:app, :title, :description, :team, :contact, :logo, 1, :at, :by)
                ON CONFLICT (app) DO UPDATE SET title = :title, description = :description, team = :team,
                    contact = :contact, logo = :logo, version = listing.version + 1, changed_at = :at, changed_by = :by
                WHERE listing.version = :version""")
                .bind("app", listing.app().name())
                .bind("title", listing.own().get(Detail.TITLE))
                .bind("description", listing.own().get(Detail.DESCRIPTION))
                .bind("team", listing.own().get(Detail.TEAM))
                .bind("contact", listing.own().get(Detail.CONTACT))
                .bind("logo", listing.logo().orElse(null))
                .bind("version", listing.version())
                .bind("at", at.toEpochMilli())
                .bind("by", by)
                .execute() == 1;
    }

    private static Listing listing(App app, ResultSet row) throws SQLException {
        var own = new EnumMap<Detail, String>(Detail.class);
        for (var detail : Detail.values()) {
            var text = row.getString(detail.key());
            if (text != null) {
                own.put(detail, text);
            }
        }
        return new Listing(app, own, Optional.ofNullable(row.getString("logo")), row.getLong("version"));
    }
}
