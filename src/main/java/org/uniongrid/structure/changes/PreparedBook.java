package org.uniongrid.structure.changes;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Scope;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.structure.PreparedOrders.Prepared;
import tools.jackson.databind.json.JsonMapper;

/** Keeps orders that wait for a consent, by the public ids of their matters. */
@Repository
@Unscoped("of a matter that was found for its reader")
class PreparedBook {

    private final JdbcClient db;
    private final JsonMapper json;

    PreparedBook(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /**
     * An order that waits, or that was decided.
     *
     * @param asked where the unit stands today that was asked for consent; {@link Reach.Units#NONE} where it does not
     * @param change public id of the change that it became; null where it did not
     */
    record Kept(
            Order order,
            Basis basis,
            @Nullable String named,
            Reach asked,
            @Nullable UUID change) {}

    String text(Order order) {
        return json.writeValueAsString(order);
    }

    void keep(UUID matter, Prepared it) {
        db.sql("""
                        insert into structure.prepared (matter, plan, basis, named, asked_id)
                        select :matter, :plan::jsonb, :basis, :named, u.id from organisation.unit u where u.public_id = :asked
                        on conflict (matter) do nothing
                        """)
                .param("matter", matter)
                .param("plan", it.order())
                .param("basis", it.basis())
                .param("named", it.named())
                .param("asked", it.asked())
                .update();
    }

    Optional<Kept> find(UUID matter) {
        return db.sql("""
                        select p.plan::text as plan, p.basis, p.named, u.scope, c.public_id as change from structure.prepared p
                        join organisation.unit u on u.id = p.asked_id
                        left join structure.change c on c.id = p.change_id where p.matter = ?
                        """)
                .param(matter)
                .query((row, number) -> new Kept(
                        json.readValue(row.getString("plan"), Order.class),
                        Basis.read(row.getString("basis")),
                        row.getString("named"),
                        reach(row.getString("scope")),
                        row.getObject("change", UUID.class)))
                .optional();
    }

    static Reach reach(@Nullable String scope) {
        return scope == null ? Reach.Units.NONE : new Reach.Units(java.util.List.of(new Scope(scope)));
    }

    void judged(UUID matter, Basis basis) {
        db.sql("update structure.prepared set basis = ? where matter = ?")
                .params(basis.text(), matter)
                .update();
    }

    void decided(UUID matter, UUID change) {
        db.sql("""
                        update structure.prepared set change_id = (select id from structure.change where public_id = ?)
                        where matter = ? and change_id is null
                        """).params(change, matter).update();
    }
}
