package org.uniongrid.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes and checks passwords with Argon2id (19 MiB, two passes), no more at once than there are processors: a hash
 * costs memory, and a crowd of them must not take it all.
 */
@Component
public class Passwords {

    public static final int LONGEST = 128;
    private static final int MEMORY = 19 * 1024;
    private static final int PASSES = 2;
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, MEMORY, PASSES);
    private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private final SecureRandom random = new SecureRandom();
    private final String nobodys = argon2.encode(random());

    public String hash(String password) {
        return inTurn(() -> argon2.encode(password));
    }

    public boolean matches(String password, String hash) {
        return password.length() <= LONGEST && inTurn(() -> argon2.matches(password, hash));
    }

    /** Takes as long as checking a password does, for a login that has no account. */
    void pretend(String password) {
        matches(password, nobodys);
    }

    /** Sixteen letters and digits without look-alikes: 92 bits. */
    public String random() {
        return random.ints(16, 0, LETTERS.length())
                .collect(StringBuilder::new, (text, i) -> text.append(LETTERS.charAt(i)), StringBuilder::append)
                .toString();
    }

    /** A hash of a short code that cannot be had without as much work as that of a password. */
    public byte[] stretch(String code, byte[] salt) {
        return inTurn(() -> {
            var generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withSalt(salt)
                    .withMemoryAsKB(MEMORY)
                    .withIterations(PASSES)
                    .withParallelism(1)
                    .build());
            var hash = new byte[32];
            generator.generateBytes(code.getBytes(StandardCharsets.UTF_8), hash);
            return hash;
        });
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
