package org.uniongrid.access.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.organisation.Extent;

/** Who is warned that a token is about to end. */
@ModuleTest
class TokenNoticesTests {

    private final Union union;
    private final Issued issued;
    private final TokenNotices notices;
    private final JdbcClient db;

    TokenNoticesTests(Union union, ApplicationContext house, TokenNotices notices, JdbcClient db) {
        this.union = union;
        this.issued = new Issued(house);
        this.notices = notices;
        this.db = db;
    }

    private TokenDesk.Issued ending(String left) {
        var made = issued.issue(Extent.BELOW, union.city(), List.of(), "organisation.unit.read");
        db.sql(
                        "update access.token_secret set made_at = now() - interval '20 days', ends_at = now() + ?::interval where key = ?")
                .params(left, made.text().key())
                .update();
        return made;
    }

    private List<Long> warned(TokenDesk.Issued made) {
        return db.sql("select person_id from notice.notice where key like ?")
                .param("access.token-ending:" + made.token().publicId() + ":%")
                .query(Long.class)
                .list();
    }

    @Test
    void everybodyWhoIssuesTokensIsWarnedOnceWithinTwoWeeks() {
        var soon = ending("13 days 23 hours");
        var later = ending("14 days 1 hour");
        var over = ending("-1 minute");
        notices.warn();
        notices.warn();
        assertThat(warned(soon)).contains(issued.keeper().personId()).doesNotHaveDuplicates();
        assertThat(warned(later)).isEmpty();
        assertThat(warned(over)).isEmpty();
    }

    @Test
    void aRevokedOneWarnsNobody() {
        var made = ending("3 days");
        db.sql("update access.token set revoked_at = now(), revoked_because = '停用' where id = ?")
                .param(made.token().id())
                .update();
        notices.warn();
        assertThat(warned(made)).isEmpty();
    }
}
