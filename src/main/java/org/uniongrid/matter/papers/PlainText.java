package org.uniongrid.matter.papers;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Tells text from other bytes. */
final class PlainText {

    private static final Charset CHINESE = Charset.forName("GB18030");
    private static final String ALLOWED = "\t\n\r\f";

    private PlainText() {}

    /** Whether it is text in UTF-8 or GB18030, with no signs in it that only machines read. */
    static boolean is(byte[] content) {
        return content.length > 0 && (reads(content, StandardCharsets.UTF_8) || reads(content, CHINESE));
    }

    private static boolean reads(byte[] content, Charset charset) {
        try {
            return charset.newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .chars()
                    .noneMatch(sign -> Character.isISOControl(sign) && ALLOWED.indexOf(sign) < 0);
        } catch (CharacterCodingException other) {
            return false;
        }
    }
}
