package org.uniongrid.organisation.facts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Masks;
import org.uniongrid.foundation.Reach;
import org.uniongrid.organisation.Category;
import org.uniongrid.organisation.Tier;
import org.uniongrid.people.SealedColumn;
import org.uniongrid.people.Vault;

/** Facts of unions, found within somebody's reach. */
@Component
class Registrations {

    static final SealedColumn ACCOUNT = SealedColumn.of("organisation.unit", "public_id", "bank_account");

    private static final String FACTS = """
            select u.id, u.public_id, u.name, u.category, u.tier, u.bank_account,
                   (select string_agg(d.name, ' ' order by length(d.code)) from organisation.division d
                    where starts_with(u.division, d.code) and length(d.code) > 2) as division_name,
            """ + " "
            + Arrays.stream(UnitField.values())
                    .map(field -> "u." + field.column() + "::text")
                    .collect(Collectors.joining(", "))
            + """
             from organisation.unit u
            where u.public_id = :id and u.id in (select unit_id from organisation.within(:reach))
            """;

    private final JdbcClient db;
    private final Vault vault;

    Registrations(JdbcClient db, Vault vault) {
        this.db = db;
        this.vault = vault;
    }

    Registration find(UUID id, Reach reach) {
        return read(FACTS, id, reach);
    }

    /** Nobody else changes it before this transaction ends. */
    Registration lock(UUID id, Reach reach) {
        return read(FACTS + " for update of u", id, reach);
    }

    private Registration read(String sql, UUID id, Reach reach) {
        return db.sql(sql)
                .param("id", id)
                .param("reach", reach.asArray())
                .query((row, number) -> registration(row))
                .optional()
                .orElseThrow(() -> new NoSuchElementException("No unit " + id));
    }

    private Registration registration(ResultSet row) throws SQLException {
        var values = new EnumMap<UnitField, String>(UnitField.class);
        for (var field : UnitField.values()) {
            var value = row.getString(field.column());
            if (value != null) values.put(field, value);
        }
        var id = row.getObject("public_id", UUID.class);
        var tier = row.getString("tier");
        return new Registration(
                row.getLong("id"),
                id,
                row.getString("name"),
                Category.valueOf(row.getString("category")),
                tier == null ? null : Tier.valueOf(tier),
                row.getString("division_name"),
                values,
                masked(id, row.getString("bank_account")));
    }

    private @Nullable String masked(UUID id, @Nullable String sealed) {
        return sealed == null ? null : Masks.bankAccount(vault.open(ACCOUNT.at(id), sealed));
    }
}
