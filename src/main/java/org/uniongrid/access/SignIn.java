package org.uniongrid.access;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Checks login and password. Every try is on record. */
@Component
class SignIn implements AuthenticationProvider {

    private final Accounts accounts;
    private final Passwords passwords;
    private final LockOut lockOut;
    private final SignIns record;

    SignIn(Accounts accounts, Passwords passwords, LockOut lockOut, SignIns record) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.lockOut = lockOut;
        this.record = record;
    }

    @Override
    public Authentication authenticate(Authentication given) throws AuthenticationException {
        var login = given.getName().strip().toLowerCase(Locale.ROOT);
        var password = String.valueOf(given.getCredentials());
        if (login.length() > Account.LONGEST_LOGIN || password.length() > Passwords.LONGEST) {
            // longer than any can be: not worth a hash of it
            record.add(null, SignIns.Outcome.UNKNOWN, addressOf(given));
            throw new BadCredentialsException("wrong");
        }
        var account = accounts.byLogin(login).orElse(null);
        var outcome = judge(login, password, account);
        record.add(account, outcome, addressOf(given));
        return switch (outcome) {
            case SIGNED_IN -> signedIn(account);
            case LOCKED -> throw new LockedException("locked");
            case DISABLED -> throw new DisabledException("disabled");
            case WRONG_PASSWORD, UNKNOWN -> throw new BadCredentialsException("wrong");
        };
    }

    private SignIns.Outcome judge(String login, String password, @Nullable Account account) {
        if (!lockOut.mayTry(login)) return SignIns.Outcome.LOCKED;
        if (account == null) passwords.pretend(password);
        if (account == null || !passwords.matches(password, account.passwordHash()))
            return account == null ? SignIns.Outcome.UNKNOWN : SignIns.Outcome.WRONG_PASSWORD;
        lockOut.open(login);
        return account.isDisabled() ? SignIns.Outcome.DISABLED : SignIns.Outcome.SIGNED_IN;
    }

    private Authentication signedIn(@Nullable Account account) {
        if (account == null) throw new BadCredentialsException("wrong");
        accounts.signedIn(account.id());
        return UsernamePasswordAuthenticationToken.authenticated(
                account.publicId().toString(), null, List.of());
    }

    private static String addressOf(Authentication given) {
        return given.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
