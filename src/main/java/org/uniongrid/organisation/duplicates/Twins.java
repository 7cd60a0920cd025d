package org.uniongrid.organisation.duplicates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Reach;

/** Reads two entries side by side, each found within reach. */
@Component
class Twins {

    /** The fields that may differ, and the columns each stands in. What belongs together is chosen together. */
    static final Map<String, List<String>> FIELDS = fields();

    private final JdbcClient db;

    Twins(JdbcClient db) {
        this.db = db;
    }

    private static Map<String, List<String>> fields() {
        var fields = new LinkedHashMap<String, List<String>>();
        fields.put("name", List.of("name"));
        fields.put("uscc", List.of("uscc", "uscc_accepted"));
        fields.put("ownership", List.of("ownership"));
        fields.put("industry", List.of("industry"));
        fields.put("founded-on", List.of("founded_on"));
        fields.put("staff", List.of("staff", "women"));
        fields.put("origin", List.of("origin"));
        fields.put("party", List.of("party"));
        fields.put("seat", List.of("division"));
        fields.put("address", List.of("address"));
        fields.put("coordinates", List.of("lng", "lat"));
        fields.put("state", List.of("state", "closed_on"));
        return fields;
    }

    Twin find(UUID id, Reach reach) {
        return db.sql("""
                        select e.id, e.public_id, e.name, e.uscc, e.uscc_accepted, e.ownership, e.industry, e.founded_on, e.staff,
                               e.women, e.origin, e.party, e.division, e.address, trim_scale(e.lng) as lng, trim_scale(e.lat) as lat,
                               e.state, e.closed_on, e.union_id
                        from organisation.employer e where e.public_id = :id and organisation.sees(:reach, e.scope)
                        """)
                .param("id", id)
                .param("reach", reach.asArray())
                .query((row, number) -> twin(row, reach))
                .optional()
                .orElseThrow(() -> new NoSuchElementException("No employer " + id));
    }

    private Twin twin(ResultSet row, Reach reach) throws SQLException {
        var id = row.getLong("id");
        return new Twin(
                id,
                row.getObject("public_id", UUID.class),
                row.getString("name"),
                row.getString("uscc"),
                row.getObject("union_id", Long.class),
                values(row),
                covers(id, reach),
                insured(id),
                chains(id, reach));
    }

    private static Map<String, String> values(ResultSet row) throws SQLException {
        var values = new LinkedHashMap<String, String>();
        for (var field : FIELDS.entrySet()) {
            var words = new StringBuilder();
            for (var column : field.getValue()) {
                var text = row.getString(column);
                if (text != null) words.append(words.isEmpty() ? "" : " / ").append(text);
            }
            if (!words.isEmpty()) values.put(field.getKey(), words.toString());
        }
        return values;
    }

    private List<Twin.Spell> covers(long employer, Reach reach) {
        return db.sql("""
                        select c.unit_id as of, u.name, c.mode as word, lower(c.during) as from, upper(c.during) as until
                        from organisation.cover c
                        left join organisation.unit u on u.id = c.unit_id and organisation.sees(:reach, u.scope)
                        where c.employer_id = :employer order by c.during, c.id
                        """)
                .param("employer", employer)
                .param("reach", reach.asArray())
                .query(Twin.Spell.class)
                .list();
    }

    private List<Twin.Spell> chains(long employer, Reach reach) {
        return db.sql("""
                        select m.chain_id as of, case when u.id is not null then h.name end as name, m.position as word,
                               lower(m.during) as from, upper(m.during) as until
                        from organisation.chain_member m join organisation.chain h on h.id = m.chain_id
                        left join organisation.unit u on u.id = h.unit_id and organisation.sees(:reach, u.scope)
                        where m.employer_id = :employer order by m.during, m.id
                        """)
                .param("employer", employer)
                .param("reach", reach.asArray())
                .query(Twin.Spell.class)
                .list();
    }

    private Map<Integer, Integer> insured(long employer) {
        var years = new TreeMap<Integer, Integer>();
        db.sql("select year, insured from organisation.employer_insured where employer_id = ?")
                .param(employer)
                .query(row -> {
                    years.put(row.getInt("year"), row.getInt("insured"));
                });
        return years;
    }
}
