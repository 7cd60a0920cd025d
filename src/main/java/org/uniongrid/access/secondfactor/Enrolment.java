package org.uniongrid.access.secondfactor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import org.uniongrid.web.QrCode;

/**
 * What an app must be told.
 *
 * @param secret in base 32, in groups of four for those who type it
 * @param sealed the same, to come back with the form
 */
public record Enrolment(String secret, QrCode picture, String sealed) {

    private static final String ISSUER = "UnionGrid";

    static Enrolment of(String login, String secret, String sealed) {
        var uri = "otpauth://totp/" + ISSUER + ":" + URLEncoder.encode(login, UTF_8) + "?secret=" + secret + "&issuer="
                + ISSUER;
        return new Enrolment(secret.replaceAll("(.{4})(?!$)", "$1 "), QrCode.of(uri, QrCode.Correction.MEDIUM), sealed);
    }
}
