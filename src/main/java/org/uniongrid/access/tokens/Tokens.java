package org.uniongrid.access.tokens;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Scope;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.organisation.Extent;

/** Tokens of other systems and the hashes of their secrets. */
@Component
class Tokens {

    private static final String TOKEN = """
            select t.id, t.public_id, t.name, t.purpose, t.contact, t.reach, t.scopes, t.addresses, t.per_minute,
                   t.made_at, p.name as made_by, t.revoked_at, t.revoked_because, t.uses, t.used_on, t.used_from,
                   u.public_id as unit_id, u.name as unit_name, u.scope
            from access.token t
            join people.person p on p.id = t.made_by
            left join organisation.unit u on u.id = t.unit_id
            """;

    private final JdbcClient db;
    private final Clock clock;

    Tokens(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** What a program showed, as far as it is known; right where the secret agrees and has not ended. */
    record Shown(Token token, boolean right, boolean ended) {}

    /** A secret of a token: the key that it begins with, and until when it works. */
    public record Secret(String key, OffsetDateTime madeAt, OffsetDateTime endsAt) {}

    /** Tokens are kept by whoever looks after the whole cell. */
    Optional<Token> find(Reach reach, UUID id) {
        if (!(reach instanceof Reach.Cell)) return Optional.empty();
        return db.sql(TOKEN + "where t.public_id = ?")
                .param(id)
                .query((row, number) -> token(row))
                .optional();
    }

    @Unscoped("asked before it is known who asks: the token says it")
    Optional<Shown> shown(TokenText text) {
        return db.sql("select token_id, hash, ends_at from access.token_secret where key = ?")
                .param(text.key())
                .query((row, number) -> new Shown(
                        byInternalId(row.getLong("token_id")),
                        MessageDigest.isEqual(row.getBytes("hash"), text.hash()),
                        !now().isBefore(row.getObject("ends_at", OffsetDateTime.class))))
                .optional();
    }

    private Token byInternalId(long id) {
        return db.sql(TOKEN + "where t.id = ?")
                .param(id)
                .query((row, number) -> token(row))
                .single();
    }

    /** The latest first. */
    List<Secret> secrets(Reach reach, Token token) {
        if (!(reach instanceof Reach.Cell)) return List.of();
        return db.sql("""
                        select key, made_at, ends_at from access.token_secret where token_id = ? order by id desc limit 20
                        """).param(token.id()).query(Secret.class).list();
    }

    /** False where this form was sent before. */
    boolean add(NewToken made, @Nullable Long unit, Actor actor) {
        return db.sql("""
                        insert into access.token (public_id, name, purpose, contact, reach, unit_id, scopes, addresses,
                            per_minute, made_at, made_by)
                        values (:id, :name, :purpose, :contact, :reach, :unit, :scopes, :addresses, :perMinute, :now, :by)
                        on conflict (public_id) do nothing
                        """)
                        .param("id", made.id())
                        .param("name", made.name())
                        .param("purpose", made.purpose())
                        .param("contact", made.contact())
                        .param("reach", made.reach().name())
                        .param("unit", unit)
                        .param("scopes", made.scopes().toArray(String[]::new))
                        .param("addresses", made.addresses().toArray(String[]::new))
                        .param("perMinute", made.perMinute())
                        .param("now", now())
                        .param("by", actor.personId())
                        .update()
                == 1;
    }

    @Unscoped("says only whether a name is taken")
    boolean isTaken(String name) {
        return db.sql("select exists (select from access.token where lower(name) = lower(?) and revoked_at is null)")
                .param(name)
                .query(Boolean.class)
                .single();
    }

    void addSecret(Token token, TokenText text, OffsetDateTime endsAt) {
        db.sql("insert into access.token_secret (token_id, key, hash, made_at, ends_at) values (?, ?, ?, ?, ?)")
                .params(token.id(), text.key(), text.hash(), now(), endsAt)
                .update();
    }

    /** Secrets that would work longer end then. */
    void endSecrets(Token token, OffsetDateTime at) {
        db.sql("update access.token_secret set ends_at = greatest(made_at, ?) where token_id = ? and ends_at > ?")
                .params(at, token.id(), at)
                .update();
    }

    /** False where somebody was quicker. */
    boolean revoke(Token token, String reason) {
        return db.sql("""
                        update access.token set revoked_at = ?, revoked_because = ? where id = ? and revoked_at is null
                        """).params(now(), reason, token.id()).update() == 1;
    }

    /** Locks it until the deed is done, so that two changes of a secret come one after the other. */
    void lock(Token token) {
        db.sql("update access.token set name = name where id = ?")
                .param(token.id())
                .update();
    }

    void used(Token token, String address) {
        db.sql("update access.token set uses = uses + 1, used_on = ?, used_from = ? where id = ?")
                .params(LocalDate.now(clock), address, token.id())
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static Token token(ResultSet row) throws SQLException {
        var path = row.getString("scope");
        return new Token(
                row.getLong("id"),
                row.getObject("public_id", UUID.class),
                row.getString("name"),
                row.getString("purpose"),
                row.getString("contact"),
                Extent.valueOf(row.getString("reach")),
                row.getObject("unit_id", UUID.class),
                row.getString("unit_name"),
                path == null ? null : new Scope(path),
                List.of((String[]) row.getArray("scopes").getArray()),
                List.of((String[]) row.getArray("addresses").getArray()),
                row.getInt("per_minute"),
                row.getObject("made_at", OffsetDateTime.class),
                row.getString("made_by"),
                row.getObject("revoked_at", OffsetDateTime.class),
                row.getString("revoked_because"),
                row.getLong("uses"),
                row.getObject("used_on", LocalDate.class),
                row.getString("used_from"));
    }
}
