package org.uniongrid.people.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.uniongrid.people.Place;
import org.uniongrid.people.SealBroken;

/** A sealed value opens in its place, unchanged, and in no other way. */
class SealedTextTests {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final UUID ROW = UUID.fromString("8b1f7f10-63c5-4f43-8d3a-0d1f4a9be001");
    private static final Place PLACE = new Place("people.identity", ROW, "phone");

    private static String open(String written, Key key, Place place) {
        return SealedText.parse(written)
                .orElseThrow(() -> new SealBroken(place, "no sealed value"))
                .open(key, place);
    }

    @ParameterizedTest
    @EnumSource
    void opensWhatItSealed(Profile profile) {
        var key = profile.newKey(RANDOM);
        for (var plain : new String[] {"", "1", "13800138000", "张晓梅".repeat(200)}) {
            var written = SealedText.seal(key, PLACE, plain, RANDOM).written();
            assertThat(open(written, key, PLACE)).isEqualTo(plain);
            assertThat(written).startsWith("v1|" + profile.provider().algorithm() + "|" + key.id() + "|");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSameValueNeverLooksTheSame(Profile profile) {
        var key = profile.newKey(RANDOM);
        var seen = new HashSet<String>();
        for (int i = 0; i < 1000; i++)
            assertThat(seen.add(
                            SealedText.seal(key, PLACE, "13800138000", RANDOM).written()))
                    .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void refusesAValueInAnotherPlace(Profile profile) {
        var key = profile.newKey(RANDOM);
        var written = SealedText.seal(key, PLACE, "13800138000", RANDOM).written();
        for (var other : new Place[] {
            new Place("people.other", ROW, "phone"),
            new Place("people.identity", UUID.randomUUID(), "phone"),
            new Place("people.identity", ROW, "id-number")
        }) assertThatThrownBy(() -> open(written, key, other)).isInstanceOf(SealBroken.class);
    }

    @ParameterizedTest
    @EnumSource
    void refusesAnyChangedLetter(Profile profile) {
        var key = profile.newKey(RANDOM);
        var written = SealedText.seal(key, PLACE, "13800138000", RANDOM).written();
        for (int i = 0; i < written.length(); i++) {
            var changed = new StringBuilder(written);
            changed.setCharAt(i, written.charAt(i) == 'A' ? 'B' : 'A');
            assertThatThrownBy(() -> open(changed.toString(), key, PLACE))
                    .as("letter %s", i)
                    .isInstanceOf(SealBroken.class);
        }
        for (int cut = 0; cut < written.length(); cut++) {
            var shorter = written.substring(0, cut);
            assertThatThrownBy(() -> open(shorter, key, PLACE)).isInstanceOf(SealBroken.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesAnotherKey(Profile profile) {
        var key = profile.newKey(RANDOM);
        var written = SealedText.seal(key, PLACE, "13800138000", RANDOM).written();
        for (var other : Profile.values())
            assertThatThrownBy(() -> open(written, other.newKey(RANDOM), PLACE)).isInstanceOf(SealBroken.class);
    }

    @ParameterizedTest
    @EnumSource
    void indexesTheSameValueAlikeAndNoOther(Profile profile) {
        var key = profile.newKey(RANDOM);
        assertThat(key.indexOf("PHONE", "13800138000"))
                .isEqualTo(key.indexOf("PHONE", "13800138000"))
                .isNotEqualTo(key.indexOf("PHONE", "13800138001"))
                .isNotEqualTo(key.indexOf("EMAIL", "13800138000"))
                .isNotEqualTo(profile.newKey(RANDOM).indexOf("PHONE", "13800138000"))
                .startsWith(HexFormat.of().parseHex(key.id()))
                .hasSize(36);
    }

    @Test
    void hashesByTheStandards() {
        // RFC 4231, case 2, and its text and key under SM3, as other tools reckon it
        var provider = Profile.INTERNATIONAL.provider();
        var key = provider.indexKey("Jefe".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        var text = "what do ya want for nothing?".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        assertThat(HexFormat.of().formatHex(provider.hash(key, text)))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        assertThat(HexFormat.of().formatHex(Profile.GM.provider().hash(key, text)))
                .isEqualTo("2e87f1d16862e6d964b50a5200bf2b10b764faa9680a296a2405f24bec39f882");
    }

    @Test
    void sealsByTheStandardOfSm4() throws Exception {
        // RFC 8998, appendix A.1
        var hex = HexFormat.of();
        var provider = Profile.GM.provider();
        var key = provider.sealKey(hex.parseHex("0123456789abcdeffedcba9876543210"));
        var iv = hex.parseHex("00001234567800000000abcd");
        var place = hex.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
        var plain = hex.parseHex("aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa");
        var sealed = provider.seal(key, iv, place, plain);
        assertThat(hex.formatHex(sealed))
                .isEqualTo("17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                        + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                        + "83de3541e4c2b58177e065a9bf7b62ec");
        assertThat(provider.open(key, iv, place, sealed)).isEqualTo(plain);
    }
}
