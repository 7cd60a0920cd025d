package org.uniongrid.access.secondfactor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/**
 * What an app must be told.
 *
 * @param secret in base 32, in groups of four for those who type it
 */
public record Enrolment(String secret, QrCode picture) {

    private static final String ISSUER = "UnionGrid";

    static Enrolment of(String login, String secret) {
        var uri = "otpauth://totp/" + ISSUER + ":" + URLEncoder.encode(login, UTF_8) + "?secret=" + secret + "&issuer="
                + ISSUER;
        return new Enrolment(secret.replaceAll("(.{4})(?!$)", "$1 "), QrCode.of(uri));
    }
}
