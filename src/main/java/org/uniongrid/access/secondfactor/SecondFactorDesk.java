package org.uniongrid.access.secondfactor;

import static org.uniongrid.access.AccessRule.CODE_IS_RIGHT;
import static org.uniongrid.access.AccessRule.PASSWORD_IS_NOT_TRIED_TOO_OFTEN;
import static org.uniongrid.access.AccessRule.SECOND_FACTOR_IS_REQUIRED;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.access.Account;
import org.uniongrid.access.AccountNotices;
import org.uniongrid.access.Accounts;
import org.uniongrid.access.Client;
import org.uniongrid.access.KnownDevices;
import org.uniongrid.access.LockOut;
import org.uniongrid.access.OwnPassword;
import org.uniongrid.access.SignIns;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.RuleBroken;

/**
 * What people may do with their second factor. Wrong codes count together with wrong passwords; the tries are kept where
 * a rule is broken.
 */
@Service
@Transactional(noRollbackFor = RuleBroken.class)
class SecondFactorDesk {

    private final SecondFactors factors;
    private final RecoveryCodes codes;
    private final Accounts accounts;
    private final OwnPassword password;
    private final LockOut lockOut;
    private final KnownDevices devices;
    private final SignIns record;
    private final AuditTrail trail;
    private final AccountNotices notices;

    SecondFactorDesk(
            SecondFactors factors,
            RecoveryCodes codes,
            Accounts accounts,
            OwnPassword password,
            LockOut lockOut,
            KnownDevices devices,
            SignIns record,
            AuditTrail trail,
            AccountNotices notices) {
        this.factors = factors;
        this.codes = codes;
        this.accounts = accounts;
        this.password = password;
        this.lockOut = lockOut;
        this.devices = devices;
        this.record = record;
        this.trail = trail;
        this.notices = notices;
    }

    /** The second step of signing in: a code from the app, or one of those on paper. */
    void enter(Actor actor, Account account, Client client, String typed) {
        var door = devices.door(account.login(), account, client);
        var code = plain(typed);
        var mayTry = lockOut.mayTry(door);
        if (!mayTry) record.add(account, SignIns.Outcome.LOCKED, client.address());
        PASSWORD_IS_NOT_TRIED_TOO_OFTEN.require(mayTry);
        var fromPaper = !code.matches("[0-9]{6}") && codes.take(account, code);
        var right = fromPaper || factors.take(account, code);
        record.add(account, right ? SignIns.Outcome.SIGNED_IN : SignIns.Outcome.WRONG_CODE, client.address());
        CODE_IS_RIGHT.require(right);
        lockOut.open(door);
        if (fromPaper)
            trail.add(actor, deed("access.second-factor.recover", account).with("codes-left", null, left(account)));
    }

    /** The first step of whoever sets one up while signing in has asked for the password already. */
    List<String> enrol(Actor actor, Account account, Client client, String sealed, String code) {
        return takeUp(actor, account, client, () -> factors.begin(account, draft(account, sealed), plain(code)));
    }

    /** The same in an open session, for the first or for a new phone: with the password, since the session may be stolen. */
    List<String> replace(Actor actor, Account account, Client client, String now, String sealed, String code) {
        password.require(account, client, now);
        return takeUp(actor, account, client, () -> factors.replace(account, draft(account, sealed), plain(code)));
    }

    private List<String> takeUp(Actor actor, Account account, Client client, BooleanSupplier confirmed) {
        var door = devices.door(account.login(), account, client);
        PASSWORD_IS_NOT_TRIED_TOO_OFTEN.require(lockOut.mayTry(door));
        CODE_IS_RIGHT.require(confirmed.getAsBoolean());
        lockOut.open(door);
        trail.add(actor, deed("access.second-factor.enrol", account));
        notices.secondFactorChanged(account);
        return codes.anew(account);
    }

    private SecondFactors.Draft draft(Account account, String sealed) {
        return factors.draft(account, sealed);
    }

    private static String plain(String code) {
        return code.replaceAll("\\s", "");
    }

    /** The end of enrolling at sign-in. */
    void signedIn(Account account, Client client) {
        record.add(account, SignIns.Outcome.SIGNED_IN, client.address());
    }

    void remove(Actor actor, Account account, Client client, String now) {
        SECOND_FACTOR_IS_REQUIRED.require(!account.cellWide());
        password.require(account, client, now);
        accounts.forgetSecondFactor(account);
        trail.add(actor, deed("access.second-factor.remove", account));
        notices.secondFactorChanged(account);
    }

    List<String> newCodes(Actor actor, Account account, Client client, String now) {
        password.require(account, client, now);
        trail.add(actor, deed("access.second-factor.renew-codes", account));
        return codes.anew(account);
    }

    private String left(Account account) {
        return String.valueOf(codes.left(account));
    }

    private static Deed deed(String action, Account account) {
        return Deed.of(action, "access.account", account.publicId(), account.login())
                .about(account.personId());
    }
}
