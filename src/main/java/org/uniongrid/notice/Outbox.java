package org.uniongrid.notice;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Notice;
import org.uniongrid.foundation.Notices;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what people are told in the transaction of the deed: if the deed is undone, nobody hears of it. */
@Component
class Outbox implements Notices {

    private static final String[] ALL =
            Arrays.stream(Channel.values()).map(Channel::name).toArray(String[]::new);

    private final JdbcClient db;
    private final NoticeKinds kinds;
    private final NoticeSecrets secrets;
    private final JsonMapper json;
    private final Doorbell doorbell;
    private final Clock clock;

    Outbox(JdbcClient db, NoticeKinds kinds, NoticeSecrets secrets, JsonMapper json, Doorbell doorbell, Clock clock) {
        this.db = db;
        this.kinds = kinds;
        this.secrets = secrets;
        this.json = json;
        this.doorbell = doorbell;
        this.clock = clock;
    }

    /** The inbox shows it at once; the other wires follow what the person chose, unless it is urgent. */
    @Override
    @Transactional
    public void tell(Notice notice) {
        var kind = kinds.require(notice.kind());
        if (notice.personId() == null && !kind.urgent()) throw new IllegalArgumentException(kind.key());
        var id = UUID.randomUUID();
        var sealed = secrets.seal(id, notice.secrets());
        var now = OffsetDateTime.now(clock);
        db.sql("""
                        with added as (
                            insert into notice.notice
                                (public_id, key, person_id, kind, words, secrets, secrets_until, href, created_at)
                            values (:id, :key, :person, :kind, :words::jsonb, :secrets, :until, :href, :now)
                            on conflict (key) do nothing returning id)
                        insert into notice.delivery (notice_id, channel, next_try_at)
                        select added.id, wire.channel, :now
                        from added
                        cross join (values ('EMAIL'), ('SMS'), ('WECHAT')) wire(channel)
                        left join notice.preference p on p.person_id = :person
                        where wire.channel = any (:wires)
                        and (not coalesce(p.inbox_only, false) or wire.channel = any (:addressed))
                        and (wire.channel <> 'WECHAT' or p.wechat_id is not null)
                        and (:urgent or coalesce(
                            case wire.channel when 'EMAIL' then p.email when 'SMS' then p.sms else p.wechat end, true))
                        """)
                .param("id", id)
                .param("key", notice.key())
                .param("person", notice.personId())
                .param("kind", kind.key())
                .param("words", json.writeValueAsString(notice.words()))
                .param("secrets", sealed)
                .param("until", sealed == null ? null : now.plus(kind.secretsLive()))
                .param("href", notice.href())
                .param("urgent", kind.urgent())
                .param("wires", notice.personId() == null ? addressed(notice) : ALL)
                .param("addressed", addressed(notice))
                .param("now", now)
                .update();
        doorbell.ring();
    }

    /** Those that the notice itself has an address for. */
    private static String[] addressed(Notice notice) {
        return Arrays.stream(Channel.values())
                .filter(channel -> notice.secrets().containsKey(Notice.addressOf(channel.key())))
                .map(Channel::name)
                .toArray(String[]::new);
    }
}
