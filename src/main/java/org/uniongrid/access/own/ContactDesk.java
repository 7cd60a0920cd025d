package org.uniongrid.access.own;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.access.Account;
import org.uniongrid.access.AccountNotices;
import org.uniongrid.access.Client;
import org.uniongrid.access.OwnPassword;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.people.CorrectionDesk;
import org.uniongrid.people.Corrections;
import org.uniongrid.people.Kept;

/** Where somebody changes their own phone and e-mail. A wrong password counts as it does at sign-in: the tries are kept. */
@Service
@Transactional(noRollbackFor = RuleBroken.class)
class ContactDesk {

    private final OwnPassword own;
    private final CorrectionDesk corrections;
    private final AccountNotices notices;

    ContactDesk(OwnPassword own, CorrectionDesk corrections, AccountNotices notices) {
        this.own = own;
        this.corrections = corrections;
        this.notices = notices;
    }

    Kept kept(Actor actor) {
        return corrections.own(actor);
    }

    void change(Actor actor, Account account, Client client, String now, Corrections wanted) {
        own.require(account, client, now);
        corrections.correct(actor, corrections.own(actor), wanted, notices.contactChanged(account));
    }
}
