package org.uniongrid.access.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.uniongrid.people.SealedColumn;
import org.uniongrid.people.Vault;

/** Secrets by which receivers know that it is us: made here, sealed in the vault, opened for a signature. */
@Component
class HookSecrets {

    static final SealedColumn NOW = SealedColumn.of("access.webhook", "public_id", "secret");
    static final SealedColumn OLD = SealedColumn.of("access.webhook", "public_id", "old_secret");

    private static final int BYTES = 32;

    private final Vault vault;
    private final SecureRandom random = new SecureRandom();

    HookSecrets(Vault vault) {
        this.vault = vault;
    }

    String fresh() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return "ugwh_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    String seal(UUID hook, String secret) {
        return vault.seal(NOW.at(hook), secret);
    }

    String open(UUID hook, String sealed) {
        return vault.open(NOW.at(hook), sealed);
    }

    String sealOld(UUID hook, String secret) {
        return vault.seal(OLD.at(hook), secret);
    }

    String openOld(UUID hook, String sealed) {
        return vault.open(OLD.at(hook), sealed);
    }

    /** {@code v1=} and HMAC-SHA256 of {@code timestamp.body} in hex. */
    static String sign(String secret, long timestamp, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return "v1=" + HexFormat.of().formatHex(mac.doFinal((timestamp + "." + body).getBytes(UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
