package org.uniongrid.access;

import org.springframework.security.core.AuthenticationException;

/** An address tried to sign in more often than people do. */
final class TooManyTries extends AuthenticationException {

    TooManyTries() {
        super("too many tries");
    }
}
