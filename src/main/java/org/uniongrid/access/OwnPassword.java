package org.uniongrid.access;

import static org.uniongrid.access.AccessRule.PASSWORD_IS_NOT_TRIED_TOO_OFTEN;
import static org.uniongrid.access.AccessRule.PASSWORD_IS_NOW_RIGHT;

import org.springframework.stereotype.Component;

/** Asks somebody who is signed in for their password once more. A wrong one counts as it does at sign-in. */
@Component
public class OwnPassword {

    private final Passwords passwords;
    private final LockOut lockOut;
    private final KnownDevices devices;

    OwnPassword(Passwords passwords, LockOut lockOut, KnownDevices devices) {
        this.passwords = passwords;
        this.lockOut = lockOut;
        this.devices = devices;
    }

    /** To be called where a broken rule rolls nothing back: the tries are kept. */
    public void require(Account account, Client client, String typed) {
        var door = devices.door(account.login(), account, client);
        PASSWORD_IS_NOT_TRIED_TOO_OFTEN.require(lockOut.mayTry(door));
        PASSWORD_IS_NOW_RIGHT.require(passwords.matches(typed, account.passwordHash()));
        lockOut.open(door);
    }
}
