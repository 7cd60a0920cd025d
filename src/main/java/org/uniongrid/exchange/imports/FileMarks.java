package org.uniongrid.exchange.imports;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.uniongrid.exchange.ImportKind;
import org.uniongrid.exchange.SecretCells;

/** What a file is known again by, keyed: a copy of the database does not tell which numbers stand in a file. */
@Component
class FileMarks {

    private final SecretCells secrets;

    FileMarks(SecretCells secrets) {
        this.secrets = secrets;
    }

    /** Of a file that is to be taken in as this, with these answers. In a transaction. */
    byte[] of(ImportKind kind, byte[] content, Map<String, Boolean> choices) {
        return secrets.mark(kind.key() + new TreeMap<>(choices) + digest(content));
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
