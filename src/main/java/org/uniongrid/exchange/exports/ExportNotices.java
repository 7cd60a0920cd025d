package org.uniongrid.exchange.exports;

import java.time.ZoneId;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.uniongrid.exchange.Colleagues;
import org.uniongrid.foundation.Notice;
import org.uniongrid.foundation.NoticeKind;
import org.uniongrid.foundation.Notices;
import org.uniongrid.web.Say;

/** Who hears what of an export. */
@Component
class ExportNotices {

    static final NoticeKind WAITING = NoticeKind.of("exchange.export-waiting");
    static final NoticeKind APPROVED = NoticeKind.of("exchange.export-approved");
    static final NoticeKind REFUSED = NoticeKind.of("exchange.export-refused");
    static final NoticeKind READY = NoticeKind.of("exchange.export-ready");
    static final NoticeKind FAILED = NoticeKind.of("exchange.export-failed");

    static final String APPROVE = "exchange.export.approve";

    private final Notices notices;
    private final Colleagues colleagues;
    private final MessageSource messages;
    private final ZoneId zone;

    ExportNotices(Notices notices, Colleagues colleagues, MessageSource messages, ZoneId zone) {
        this.notices = notices;
        this.colleagues = colleagues;
        this.messages = messages;
        this.zone = zone;
    }

    /** How many others could approve it. */
    long approvers(Export export) {
        return colleagues.permitted(APPROVE, export.unit().scope()).stream()
                .filter(person -> person != export.personId())
                .count();
    }

    void waiting(Export export) {
        for (long person : colleagues.permitted(APPROVE, export.unit().scope()))
            if (person != export.personId())
                notices.tell(about(export, WAITING, person).at("/exchange/approvals/" + export.publicId()));
    }

    void approved(Export export) {
        tell(export, APPROVED);
    }

    void refused(Export export, String reason) {
        notices.tell(
                about(export, REFUSED, export.personId()).with("reason", reason).at(page(export)));
    }

    void ready(Export export) {
        tell(export, READY);
    }

    void failed(Export export) {
        tell(export, FAILED);
    }

    private void tell(Export export, NoticeKind kind) {
        notices.tell(about(export, kind, export.personId()).at(page(export)));
    }

    private Notice about(Export export, NoticeKind kind, long person) {
        var say = new Say(messages, Locale.forLanguageTag(export.language()), zone);
        return Notice.of(kind.key() + ":" + export.publicId() + ":" + person, kind.key(), person)
                .with("what", say.of("export." + export.kind() + ".title"))
                .with("unit", export.unit().name())
                .with("rows", say.number(export.total()));
    }

    private static String page(Export export) {
        return "/exchange/exports/" + export.publicId();
    }
}
