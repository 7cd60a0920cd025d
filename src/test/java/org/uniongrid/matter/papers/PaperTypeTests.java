package org.uniongrid.matter.papers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

/** The content of a file says what it is. */
class PaperTypeTests {

    @Test
    void documentsAndPicturesAreKnownByTheirContent() {
        assertThat(PaperType.of("%PDF-1.7\n%âã".getBytes(UTF_8))).contains(PaperType.PDF);
        assertThat(PaperType.of(Pictures.jpeg(6))).contains(PaperType.JPEG);
        assertThat(PaperType.of(Pictures.png(1))).contains(PaperType.PNG);
        assertThat(PaperType.of(Pictures.webp(6))).contains(PaperType.WEBP);
        assertThat(PaperType.of(Zipped.of("[Content_Types].xml", "word/document.xml")))
                .contains(PaperType.DOCX);
        assertThat(PaperType.of(Zipped.of("[Content_Types].xml", "xl/workbook.xml")))
                .contains(PaperType.XLSX);
        assertThat(PaperType.of(Zipped.of("[Content_Types].xml", "ppt/presentation.xml")))
                .contains(PaperType.PPTX);
        assertThat(PaperType.of(Zipped.of("OFD.xml", "Doc_0/Document.xml"))).contains(PaperType.OFD);
        assertThat(PaperType.of("请协调\r\n".getBytes(UTF_8))).contains(PaperType.TXT);
        assertThat(PaperType.of("请协调".getBytes(Charset.forName("GB18030")))).contains(PaperType.TXT);
    }

    @Test
    void allElseIsNotTaken() {
        assertThat(PaperType.of(new byte[0])).isEmpty();
        assertThat(PaperType.of(Zipped.of("读我.txt"))).as("an archive").isEmpty();
        assertThat(PaperType.of(Zipped.of("word/document.xml")))
                .as("no list of contents")
                .isEmpty();
        assertThat(PaperType.of(new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0, 0}))
                .as("a program")
                .isEmpty();
        assertThat(PaperType.of(new byte[] {'G', 'I', 'F', '8', '9', 'a', 1, 0, 1, 0}))
                .as("another kind of picture")
                .isEmpty();
        assertThat(PaperType.of("RIFF\u0010\0\0\0WAVEfmt \u0010\0\0\0".getBytes(UTF_8)))
                .as("a sound")
                .isEmpty();
        assertThat(PaperType.of(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0}))
                .as("an old or locked document")
                .isEmpty();
        assertThat(PaperType.of(new byte[] {'P', 'K', 3, 4, 9, 9, 9}))
                .as("a broken one")
                .isEmpty();
    }

    @Test
    void macrosAreSeenWhateverTheNameSays() {
        assertThat(Packed.hasMacros(Zipped.of("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")))
                .isTrue();
        assertThat(Packed.hasMacros(Zipped.of("[Content_Types].xml", "word/document.xml")))
                .isFalse();
    }

    @Test
    void aNameCannotMislead() {
        assertThat(PaperName.of("C:\\桌面\\名单.pdf", PaperType.PDF)).isEqualTo("名单.pdf");
        assertThat(PaperName.of("../../etc/passwd", PaperType.TXT)).isEqualTo("passwd.txt");
        assertThat(PaperName.of("照片.JPEG", PaperType.JPEG)).isEqualTo("照片.JPEG");
        assertThat(PaperName.of("账单.exe", PaperType.PDF)).isEqualTo("账单.exe.pdf");
        assertThat(PaperName.of("账单\u202efdp.exe\r\nX: y", PaperType.PDF)).isEqualTo("账单fdp.exeX_ y.pdf");
        assertThat(PaperName.of(" .. ", PaperType.PNG)).isEqualTo("png.png");
        assertThat(PaperName.of("长".repeat(300) + ".docx", PaperType.DOCX))
                .hasSize(PaperName.LONGEST)
                .endsWith("长.docx");
        assertThat(PaperName.of("𠮷".repeat(80) + ".pdf", PaperType.PDF)).endsWith("𠮷.pdf");
    }
}
