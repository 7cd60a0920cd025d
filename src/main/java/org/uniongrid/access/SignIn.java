package org.uniongrid.access;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/** Checks login and password, the first step of signing in. Every try is on record. */
@Component
class SignIn implements AuthenticationProvider {

    private final Accounts accounts;
    private final Passwords passwords;
    private final LockOut lockOut;
    private final KnownDevices devices;
    private final AccountLife life;
    private final SignIns record;
    private final RateLimits limits;
    private final Limit byAddress;

    SignIn(
            Accounts accounts,
            Passwords passwords,
            LockOut lockOut,
            KnownDevices devices,
            AccountLife life,
            SignIns record,
            RateLimits limits,
            @Value("${uniongrid.sign-ins-per-minute:60}") int perMinute) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.lockOut = lockOut;
        this.devices = devices;
        this.life = life;
        this.record = record;
        this.limits = limits;
        this.byAddress = new Limit("sign-in", perMinute, Duration.ofMinutes(1));
    }

    @Override
    public Authentication authenticate(Authentication given) throws AuthenticationException {
        var login = given.getName().strip().toLowerCase(Locale.ROOT);
        var password = String.valueOf(given.getCredentials());
        var client = clientOf(given);
        if (!limits.take(byAddress, client.network())) throw new TooManyTries();
        if (login.length() > Account.LONGEST_LOGIN || password.length() > Passwords.LONGEST) {
            // longer than any can be: not worth a hash of it
            record.add(null, SignIns.Outcome.UNKNOWN, client.address());
            throw new BadCredentialsException("wrong");
        }
        var account = accounts.byLogin(login).orElse(null);
        var outcome = judge(login, password, account, client);
        record.add(account, outcome, client.address());
        return switch (outcome) {
            case SIGNED_IN, PASSWORD_RIGHT -> known(account);
            case LOCKED -> throw new LockedException("locked");
            case DISABLED -> throw new DisabledException("disabled");
            case WRONG_PASSWORD, WRONG_CODE, UNKNOWN -> throw new BadCredentialsException("wrong");
        };
    }

    private SignIns.Outcome judge(String login, String password, @Nullable Account account, Client client) {
        var door = devices.door(login, account, client);
        if (!lockOut.mayTry(door)) return SignIns.Outcome.LOCKED;
        if (account == null) passwords.pretend(password);
        if (account == null || !passwords.matches(password, account.passwordHash()))
            return account == null ? SignIns.Outcome.UNKNOWN : SignIns.Outcome.WRONG_PASSWORD;
        if (account.isDisabled() || life.endsWithItsPosts(account)) {
            lockOut.open(door);
            return SignIns.Outcome.DISABLED;
        }
        if (account.needsSecondStep()) {
            lockOut.giveBack(door);
            return SignIns.Outcome.PASSWORD_RIGHT;
        }
        lockOut.open(door);
        return SignIns.Outcome.SIGNED_IN;
    }

    private static Authentication known(@Nullable Account account) {
        if (account == null) throw new BadCredentialsException("wrong");
        return UsernamePasswordAuthenticationToken.authenticated(
                account.publicId().toString(), null, List.of());
    }

    private static Client clientOf(Authentication given) {
        return given.getDetails() instanceof Client client ? client : new Client("", null);
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
