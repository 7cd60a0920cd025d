package org.uniongrid.notice;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.people.SealedColumn;
import org.uniongrid.people.Vault;

/** By which id WeChat knows somebody in our mini-program. Sealed; the module that signs people in there binds it. */
@Component
@Unscoped("for wires only, and for whoever binds their own")
public class WeChatIds {

    static final SealedColumn COLUMN = SealedColumn.of("notice.preference", "public_id", "wechat_id");

    private final JdbcClient db;
    private final Vault vault;

    WeChatIds(JdbcClient db, Vault vault) {
        this.db = db;
        this.vault = vault;
    }

    private record Sealed(UUID publicId, String wechatId) {}

    Optional<String> find(long personId) {
        return db.sql(
                        "select public_id, wechat_id from notice.preference where person_id = ? and wechat_id is not null")
                .param(personId)
                .query(Sealed.class)
                .optional()
                .map(found -> vault.open(COLUMN.at(found.publicId()), found.wechatId()));
    }

    @Transactional
    public void bind(long personId, String openId) {
        var row = db.sql("""
                        insert into notice.preference (person_id) values (?)
                        on conflict (person_id) do update set person_id = excluded.person_id returning public_id
                        """).param(personId).query(UUID.class).single();
        db.sql("update notice.preference set wechat_id = ? where public_id = ?")
                .params(vault.seal(COLUMN.at(row), openId), row)
                .update();
    }

    @Transactional
    public void unbind(long personId) {
        db.sql("update notice.preference set wechat_id = null where person_id = ?")
                .param(personId)
                .update();
    }
}
