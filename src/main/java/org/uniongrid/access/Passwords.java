package org.uniongrid.access;

import java.security.SecureRandom;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes and checks passwords with Argon2id (19 MiB, two passes), no more at once than there are processors: a hash
 * costs memory, and a crowd of them must not take it all.
 */
@Component
class Passwords {

    static final int SHORTEST = 10;
    static final int LONGEST = 128;
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private final SecureRandom random = new SecureRandom();
    private final String nobodys = argon2.encode(random());

    String hash(String password) {
        return inTurn(() -> argon2.encode(password));
    }

    boolean matches(String password, String hash) {
        return password.length() <= LONGEST && inTurn(() -> argon2.matches(password, hash));
    }

    /** Takes as long as checking a password does, for a login that has no account. */
    void pretend(String password) {
        matches(password, nobodys);
    }

    /** Sixteen letters and digits without look-alikes: 92 bits. */
    String random() {
        return random.ints(16, 0, LETTERS.length())
                .collect(StringBuilder::new, (text, i) -> text.append(LETTERS.charAt(i)), StringBuilder::append)
                .toString();
    }

    private <T> T inTurn(Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
