package org.uniongrid.people.vault;

import java.security.SecureRandom;
import java.util.Locale;

/** Which algorithms seal. All of them can always be read. */
enum Profile {
    INTERNATIONAL(new International()),
    GM(new NationalStandard());

    private final CryptoProvider provider;

    Profile(CryptoProvider provider) {
        this.provider = provider;
    }

    CryptoProvider provider() {
        return provider;
    }

    /** As the setting {@code uniongrid.crypto} names it. */
    static Profile named(String setting) {
        for (var profile : values())
            if (profile.name().toLowerCase(Locale.ROOT).equals(setting.strip().toLowerCase(Locale.ROOT)))
                return profile;
        throw new KeyProblem(
                "UNIONGRID_CRYPTO is " + setting + ", which is no way to encrypt",
                "Set it to international (AES, the default) or gm (SM4).");
    }

    /** Two fresh keys: one that seals, one that indexes. */
    Key newKey(SecureRandom random) {
        var seal = new byte[provider.sealKeySize()];
        var index = new byte[Key.INDEX_SIZE];
        random.nextBytes(seal);
        random.nextBytes(index);
        return Key.of(this, seal, index);
    }
}
