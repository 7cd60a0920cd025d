package org.uniongrid.access.secondfactor;

/** RFC 4648 without padding: how apps want a secret to be written. */
final class Base32 {

    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Base32() {}

    static String write(byte[] bytes) {
        var text = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (var one : bytes) {
            held = (held << 8 | one & 0xff) & 0xffff;
            for (bits += 8; bits >= 5; bits -= 5) text.append(DIGITS.charAt(held >> bits - 5 & 31));
        }
        if (bits > 0) text.append(DIGITS.charAt(held << 5 - bits & 31));
        return text.toString();
    }

    static byte[] read(String text) {
        var bytes = new byte[text.length() * 5 / 8];
        int held = 0;
        int bits = 0;
        int at = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = DIGITS.indexOf(text.charAt(i));
            if (digit < 0) throw new IllegalArgumentException("not base 32");
            held = (held << 5 | digit) & 0xffff;
            bits += 5;
            if (bits >= 8) bytes[at++] = (byte) (held >> (bits -= 8));
        }
        return bytes;
    }
}
