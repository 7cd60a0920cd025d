package org.uniongrid.organisation.register;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The first few employers of a union and below; the list has them all. Takes a {@link Unit}, found within reach only. */
@Component
public class UnitEmployers {

    private static final int SHOWN = 20;

    private final JdbcClient db;

    UnitEmployers(JdbcClient db) {
        this.db = db;
    }

    /** An employer and the union it belongs to, if any. */
    public record Row(
            UUID publicId,
            String name,
            @Nullable String uscc,
            @Nullable Integer staff,
            @Nullable UUID unionId,
            @Nullable String unionName) {}

    List<Row> of(Unit unit) {
        return db.sql("""
                        select e.public_id, e.name, e.uscc, e.staff, u.public_id as union_id, u.name as union_name
                        from organisation.employer e left join organisation.unit u on u.id = e.union_id
                        where e.scope >= :from and e.scope < :to order by e.scope, e.id limit :shown
                        """)
                .param("from", unit.seen().from())
                .param("to", unit.seen().to())
                .param("shown", SHOWN)
                .query(Row.class)
                .list();
    }
}
