package org.uniongrid.access;

import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Notice;
import org.uniongrid.foundation.NoticeKind;
import org.uniongrid.foundation.Notices;

/** What people are told about their accounts, so that a change they did not make is noticed. */
@Component
public class AccountNotices {

    static final NoticeKind INVITED = NoticeKind.of("access.invited").secretsLive(Duration.ofDays(3));
    static final NoticeKind PASSWORD_CHANGED = NoticeKind.urgent("access.password-changed");
    static final NoticeKind SECOND_FACTOR_CHANGED = NoticeKind.urgent("access.second-factor-changed");
    static final NoticeKind CONTACT_CHANGED =
            NoticeKind.urgent("access.contact-changed").secretsLive(Duration.ofDays(3));
    static final NoticeKind DORMANT = NoticeKind.of("access.account-dormant");

    private final Notices notices;
    private final String address;

    AccountNotices(Notices notices, @Value("${uniongrid.address:}") String address) {
        this.notices = notices;
        this.address = address.replaceFirst("/+$", "");
    }

    /** With the link that opens the account. Where this cell does not know its own address, the link is handed over. */
    public void invited(Account account, String token) {
        if (address.isEmpty()) return;
        notices.tell(notice(INVITED, account)
                .with("login", account.login())
                .withSecret("link", address + "/invitation/" + token));
    }

    public void passwordChanged(Account account) {
        notices.tell(notice(PASSWORD_CHANGED, account).at("/account"));
    }

    public void secondFactorChanged(Account account) {
        notices.tell(notice(SECOND_FACTOR_CHANGED, account).at("/account"));
    }

    /** To be told also where the person could be reached before. */
    public Notice contactChanged(Account account) {
        return notice(CONTACT_CHANGED, account).at("/account");
    }

    void dormant(Account account) {
        notices.tell(notice(DORMANT, account));
    }

    /** Each is told of something new; the transaction of the deed sees to it that it is told once. */
    private static Notice notice(NoticeKind kind, Account account) {
        return Notice.of(kind.key() + ":" + UUID.randomUUID(), kind.key(), account.personId());
    }
}
