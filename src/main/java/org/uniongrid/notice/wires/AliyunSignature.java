package org.uniongrid.notice.wires;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature of Alibaba Cloud's open API, version 3: ACS3-HMAC-SHA256. */
class AliyunSignature {

    private static final String ALGORITHM = "ACS3-HMAC-SHA256";
    private static final String MAC = "HmacSHA256";

    private final String key;
    private final String secret;

    AliyunSignature(String key, String secret) {
        this.key = key;
        this.secret = secret;
    }

    /**
     * What the header Authorization says of a POST to {@code /} with an empty body.
     *
     * @param headers all that are signed, by name in lower case
     */
    String of(String query, SortedMap<String, String> headers) {
        var names = String.join(";", headers.keySet());
        var lines = headers.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue().strip() + "\n")
                .collect(Collectors.joining());
        var canonical = String.join("\n", "POST", "/", query, lines, names, hash(""));
        return "%s Credential=%s,SignedHeaders=%s,Signature=%s"
                .formatted(ALGORITHM, key, names, seal(ALGORITHM + "\n" + hash(canonical)));
    }

    static String query(SortedMap<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private String seal(String text) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), MAC));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
