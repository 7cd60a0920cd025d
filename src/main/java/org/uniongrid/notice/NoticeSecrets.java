package org.uniongrid.notice;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uniongrid.people.SealedColumn;
import org.uniongrid.people.Vault;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Secrets of a notice, such as a one-time link, sealed on their way from the deed to the wire. */
@Component
public class NoticeSecrets {

    static final SealedColumn COLUMN = SealedColumn.of("notice.notice", "public_id", "secrets");

    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

    private final Vault vault;
    private final JsonMapper json;

    NoticeSecrets(Vault vault, JsonMapper json) {
        this.vault = vault;
        this.json = json;
    }

    @Nullable
    String seal(UUID notice, Map<String, String> secrets) {
        return secrets.isEmpty() ? null : vault.seal(COLUMN.at(notice), json.writeValueAsString(secrets));
    }

    /** Nothing where they were wiped. */
    public Map<String, String> open(UUID notice, @Nullable String sealed) {
        return sealed == null ? Map.of() : json.readValue(vault.open(COLUMN.at(notice), sealed), WORDS);
    }
}
