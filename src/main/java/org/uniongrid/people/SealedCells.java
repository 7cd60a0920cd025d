package org.uniongrid.people;

import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.uniongrid.exchange.SecretCells;

/** Seals what an import may not keep as it is. */
@Configuration(proxyBeanMethods = false)
class SealedCells {

    private static final SealedColumn COLUMN = SealedColumn.of("exchange.import_secret", "public_id", "sealed");

    @Bean
    SealedColumn importSecrets() {
        return COLUMN;
    }

    @Bean
    SecretCells secretCells(Vault vault) {
        return new SecretCells() {
            @Override
            public String seal(UUID id, String content) {
                return vault.seal(COLUMN.at(id), content);
            }

            @Override
            public String open(UUID id, String sealed) {
                return vault.open(COLUMN.at(id), sealed);
            }

            @Override
            public byte[] mark(String digest) {
                return vault.index("exchange.import_run", digest);
            }
        };
    }
}
