package io.flotilla.portal.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.flotilla.base.access.Person;
import io.flotilla.base.store.Store;
import io.flotilla.portal.audit.Audit;
import org.jdbi.v3.core.mapper.RowMapper;

/** Machine tokens: issued once, kept as what they hash to, revocable, and every step in the audit. */
@ApplicationScoped
public class MachineTokens {
    /** Enough for nobody to guess, in bytes; a plain SHA-256 is then as good as any slower hash. */
    private static final int LENGTH = 32;
    private static final String PREFIX = "flotilla_";
    /** Uses are noted this seldom, so that reading does not write. */
    private static final Duration NOTED_EVERY = Duration.ofHours(1);
    private static final RowMapper<MachineToken> TOKEN = (row, context) -> new MachineToken(row.getString("id"),
            row.getString("name"), row.getInt("writes") == 1, row.getString("made_by"),
            Instant.ofEpochMilli(row.getLong("made")), instant(row.getLong("used")), instant(row.getLong("revoked")));

    private final Store store;
    private final Audit audit;
    private final SecureRandom random = new SecureRandom();

    MachineTokens(Store store, Audit audit) {
        this.store = store;
        this.audit = audit;
    }

    /**
     * Makes a token and returns it, the only time anybody sees it.
     *
     * @param id made with the form, so that a form that is sent twice makes one token
     * @return empty if there is one of this id already
     */
    public Optional<String> issue(Person admin, UUID id, String name, boolean writes) {
        var bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        var token = PREFIX + HexFormat.of().formatHex(bytes);
        return store.<Optional<String>, RuntimeException>write(handle -> {
            var made = handle.createUpdate("""
                    INSERT INTO machine_token (id, name, sha256, writes, made_by, made)
                    VALUES (:id, :name, :sha256, :writes, :by, :made) ON CONFLICT (id) DO NOTHING""")
                    .bind("id", id.toString()).bind("name", name).bind("sha256", hash(token))
                    .bind("writes", writes ? 1 : 0).bind("by", admin.name())
                    .bind("made", Instant.now().toEpochMilli()).execute() == 1;
            if (made) {
                audit.append(handle, admin, "token issued", name, "", writes ? "reads and writes" : "reads");
            }
            return made ? Optional.of(token) : Optional.empty();
        });
    }

    /** Ends a token; false if it was ended, or never was. */
    public boolean revoke(Person admin, String id) {
        return store.<Boolean, RuntimeException>write(handle -> {
            var ended = handle
                    .createUpdate("UPDATE machine_token SET revoked = :now WHERE id = :id AND revoked IS NULL")
                    .bind("now", Instant.now().toEpochMilli()).bind("id", id).execute() == 1;
            if (ended) {
                var token = handle.createQuery("SELECT * FROM machine_token WHERE id = :id").bind("id", id).map(TOKEN)
                        .one();
                audit.append(handle, admin, "token revoked", token.name(),
                        token.writes() ? "reads and writes" : "reads", "");
            }
            return ended;
        });
    }

    /** All of them, newest first. */
    public List<MachineToken> all() {
        return store.<List<MachineToken>, RuntimeException>read(
                handle -> handle.createQuery("SELECT * FROM machine_token ORDER BY made DESC, id").map(TOKEN).list());
    }

    /** Which token this is; empty for one that is not, or no longer, good. */
    public Optional<MachineToken> known(String token) {
        var known = store.<Optional<MachineToken>, RuntimeException>read(handle -> handle
                .createQuery("SELECT * FROM machine_token WHERE sha256 = :sha256 AND revoked IS NULL")
                .bind("sha256", hash(token)).map(TOKEN).findOne());
        known.filter(used -> used.used().isEmpty() || used.used().get().plus(NOTED_EVERY).isBefore(Instant.now()))
                .ifPresent(this::noteUse);
        return known;
    }

    private void noteUse(MachineToken token) {
        store.<Integer, RuntimeException>write(
                handle -> handle.createUpdate("UPDATE machine_token SET used = :now WHERE id = :id")
                        .bind("now", Instant.now().toEpochMilli()).bind("id", token.id()).execute());
    }

    private static Optional<Instant> instant(long millis) {
        return millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    private static String hash(String token) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
