package org.uniongrid.notice;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Actor;

/** How people wish to be told. */
@Component
public class NoticePreferences {

    private final JdbcClient db;

    NoticePreferences(JdbcClient db) {
        this.db = db;
    }

    public NoticePreference of(Actor actor) {
        return db.sql("""
                        select language, email, sms, wechat, quiet, quiet_from, quiet_to, inbox_only
                        from notice.preference where person_id = ?
                        """)
                .param(actor.personId())
                .query(NoticePreference.class)
                .optional()
                .orElse(NoticePreference.USUAL);
    }

    public void keep(Actor actor, NoticePreference wish) {
        db.sql("""
                        insert into notice.preference
                            (person_id, language, email, sms, wechat, quiet, quiet_from, quiet_to, inbox_only)
                        values (:person, :language, :email, :sms, :wechat, :quiet, :from, :to, :inboxOnly)
                        on conflict (person_id) do update set language = excluded.language, email = excluded.email,
                            sms = excluded.sms, wechat = excluded.wechat, quiet = excluded.quiet,
                            quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to,
                            inbox_only = excluded.inbox_only
                        """)
                .param("person", actor.personId())
                .param("language", wish.language())
                .param("email", wish.email())
                .param("sms", wish.sms())
                .param("wechat", wish.wechat())
                .param("quiet", wish.quiet())
                .param("from", wish.quietFrom())
                .param("to", wish.quietTo())
                .param("inboxOnly", wish.inboxOnly())
                .update();
    }
}
