package org.uniongrid.matter.papers;

import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.matter.Papers;

/** Looks at each file on its way in: what it is, whether it is safe, and what of it stays outside. */
@Component
class Customs {

    private static final Logger log = LoggerFactory.getLogger(Customs.class);

    private final Papers.Limits limits;
    private final VirusScan scan;

    Customs(Papers.Limits limits, VirusScan scan) {
        this.limits = limits;
        this.scan = scan;
    }

    /** As it comes in. */
    record Passed(String name, PaperType type, byte[] content) {}

    /** @throws RuleBroken where it does not come in */
    Passed pass(Papers.Sent file) {
        var name = PaperName.readable(file.name());
        var content = file.content();
        if (content.length > limits.fileMegabytes() << 20)
            throw new RuleBroken(PaperRule.PAPER_IS_SMALL, name, limits.fileMegabytes());
        var type = PaperType.of(content).orElseThrow(() -> new RuleBroken(PaperRule.PAPER_IS_OF_A_KNOWN_TYPE, name));
        if (content[0] == 'P' && Packed.hasMacros(content)) throw new RuleBroken(PaperRule.PAPER_HAS_NO_MACROS, name);
        if (!isClean(name, content)) throw new RuleBroken(PaperRule.PAPER_HAS_NO_VIRUS, name);
        var bare = bare(type, content).orElseThrow(() -> new RuleBroken(PaperRule.PAPER_IS_WHOLE, name));
        return new Passed(PaperName.of(file.name(), type), type, bare);
    }

    /** Where the scanner gives no answer, nothing comes in. */
    private boolean isClean(String name, byte[] content) {
        try {
            return scan.isClean(content);
        } catch (IOException unknown) {
            log.error("A file was refused because the virus scanner gave no answer", unknown);
            throw new RuleBroken(PaperRule.PAPER_WAS_SCANNED, name);
        }
    }

    private static Optional<byte[]> bare(PaperType type, byte[] content) {
        return switch (type) {
            case JPEG -> Jpeg.clean(content);
            case PNG -> Png.clean(content);
            case WEBP -> Webp.clean(content);
            case PDF, DOCX, XLSX, PPTX, OFD, TXT -> Optional.of(content);
        };
    }
}
