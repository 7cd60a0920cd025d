package org.uniongrid.casework;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.uniongrid.foundation.Unscoped;

/** The kinds of cases, the same in the whole cell. */
@Repository
@Unscoped("kinds are nobody's in particular: whoever writes a case chooses one")
public class CaseKinds {

    private static final int SUGGESTED = 3;

    private static final String KIND = """
            select k.id, k.public_id, k.parent_id, k.name, k.name_en, k.keywords, k.grade, k.on_phone, k.place,
                   k.ended_on is not null as ended
            from casework.kind k left join casework.kind p on p.id = k.parent_id
            """;

    private static final String ORDER =
            " order by coalesce(p.place, k.place), coalesce(p.id, k.id), k.parent_id nulls first, k.place, k.id";

    private final JdbcClient db;

    CaseKinds(JdbcClient db) {
        this.db = db;
    }

    /** The tree, each kind before those below it; without those that have ended. */
    public List<CaseKind> offered() {
        return db.sql(KIND + "where k.ended_on is null and p.ended_on is null" + ORDER)
                .query((row, number) -> kind(row))
                .list();
    }

    /** The same with those that have ended. */
    public List<CaseKind> all() {
        return db.sql(KIND + ORDER).query((row, number) -> kind(row)).list();
    }

    /** @throws NoSuchElementException where there is none */
    public CaseKind find(UUID id) {
        return db.sql(KIND + "where k.public_id = ?")
                .param(id)
                .query((row, number) -> kind(row))
                .optional()
                .orElseThrow(() -> new NoSuchElementException("No kind of case " + id));
    }

    public CaseKind find(long id) {
        return db.sql(KIND + "where k.id = ?")
                .param(id)
                .query((row, number) -> kind(row))
                .single();
    }

    /** Those whose keywords stand most often in these words, the finer ones first; none where none do. */
    public List<CaseKind> suggested(String words) {
        var most = Comparator.comparingInt((CaseKind kind) -> kind.hits(words)).reversed();
        return offered().stream()
                .filter(kind -> kind.hits(words) > 0)
                .sorted(most.thenComparing(kind -> kind.parent() == null))
                .limit(SUGGESTED)
                .toList();
    }

    private static CaseKind kind(ResultSet row) throws SQLException {
        return new CaseKind(
                row.getLong("id"),
                row.getObject("public_id", UUID.class),
                row.getObject("parent_id", Long.class),
                row.getString("name"),
                row.getString("name_en"),
                words(row.getArray("keywords")),
                Grade.valueOf(row.getString("grade")),
                row.getBoolean("on_phone"),
                row.getInt("place"),
                row.getBoolean("ended"));
    }

    private static List<String> words(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
