package org.uniongrid.matter.papers;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a paper may be. Its content decides, never its name. */
enum PaperType {
    PDF("application/pdf", "file-text", "pdf"),
    JPEG("image/jpeg", "photo", "jpg", "jpeg"),
    PNG("image/png", "photo", "png"),
    WEBP("image/webp", "photo", "webp"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "file-text", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "file-spreadsheet", "xlsx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "file-description", "pptx"),
    /** 版式文件, GB/T 33190. */
    OFD("application/ofd", "file-text", "ofd"),
    TXT("text/plain", "file", "txt");

    private static final byte[] PDF_MARK = {'%', 'P', 'D', 'F', '-'};
    private static final byte[] JPEG_MARK = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] PNG_MARK = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] RIFF_MARK = {'R', 'I', 'F', 'F'};
    private static final byte[] WEBP_MARK = {'W', 'E', 'B', 'P'};
    private static final byte[] ZIP_MARK = {'P', 'K', 3, 4};

    private final String mediaType;
    private final String icon;
    private final List<String> endings;

    PaperType(String mediaType, String icon, String... endings) {
        this.mediaType = mediaType;
        this.icon = icon;
        this.endings = List.of(endings);
    }

    String mediaType() {
        return mediaType;
    }

    String icon() {
        return icon;
    }

    /** Whether a browser shows it in place: pictures, and what is laid out as on paper. */
    boolean isShown() {
        return switch (this) {
            case PDF, JPEG, PNG, WEBP -> true;
            case DOCX, XLSX, PPTX, OFD, TXT -> false;
        };
    }

    String ending() {
        return endings.getFirst();
    }

    boolean hasEnding(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(ending -> lower.endsWith("." + ending));
    }

    /** For the choice of files in the browser. */
    static String accept() {
        return String.join(
                ",",
                Arrays.stream(values())
                        .flatMap(type -> type.endings.stream())
                        .map(ending -> "." + ending)
                        .toList());
    }

    /** Empty for all that is not taken: archives, programs, pictures and documents of other kinds. */
    static Optional<PaperType> of(byte[] content) {
        if (begins(content, PDF_MARK)) return Optional.of(PDF);
        if (begins(content, JPEG_MARK)) return Optional.of(JPEG);
        if (begins(content, PNG_MARK)) return Optional.of(PNG);
        if (begins(content, RIFF_MARK) && isWebp(content)) return Optional.of(WEBP);
        if (begins(content, ZIP_MARK)) return Packed.type(content);
        return PlainText.is(content) ? Optional.of(TXT) : Optional.empty();
    }

    /** Behind the length of it. */
    private static boolean isWebp(byte[] content) {
        return content.length > 12 && Arrays.equals(content, 8, 12, WEBP_MARK, 0, 4);
    }

    private static boolean begins(byte[] content, byte[] mark) {
        return content.length > mark.length && Arrays.equals(content, 0, mark.length, mark, 0, mark.length);
    }
}
