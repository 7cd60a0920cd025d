package org.uniongrid.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.uniongrid.web.Say;
import org.uniongrid.web.Templates;

/**
 * Makes a paper (PDF) of a template: XHTML inside {@code @template.exchange.paper}, page size and page numbers by CSS
 * {@code @page}. It is tagged for screen readers, has its fonts in it, and is the same for the same words on the same day. A character that the font lacks is printed as {@code □}.
 *
 * <p>One paper at a time in a process; a page takes some 50 ms, the first paper of all a second.
 */
@Component
public class PdfPapers {

    private static final Logger LOG = LoggerFactory.getLogger(PdfPapers.class);
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+(Z|[+-]\\d\\d:?\\d\\d)");
    private static final String MISSING = "□";

    /** What may not stand in XML, not even escaped. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    static {
        XRLog.setLoggingEnabled(false);
    }

    private final Templates templates;
    private final Clock clock;
    private final ZoneId zone;
    private final PaperFonts fonts = new PaperFonts();

    PdfPapers(Templates templates, Clock clock, ZoneId zone) {
        this.templates = templates;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * @param template such as {@code membership/join/sheet}
     * @param say words in the reader's language, which is the language of the paper
     * @param model what the template asks for besides {@code say}
     * @return the bytes of the PDF
     * @throws IllegalStateException if the template is no XHTML, or uses anything but {@code data:image/} and {@code asset:}
     */
    public byte[] print(String template, Say say, Map<String, ?> model) {
        return print(templates.render(template, say, model));
    }

    synchronized byte[] print(String xhtml) {
        var sources = new PaperSources();
        var bytes = new ByteArrayOutputStream();
        try (var paper = new PDDocument()) {
            write(paper, builder(paper, sources, UNPRINTABLE.matcher(xhtml).replaceAll(MISSING)), bytes);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        sources.requireNoneRefused();
        return bytes.toByteArray();
    }

    private PdfRendererBuilder builder(PDDocument paper, PaperSources sources, String xhtml) throws IOException {
        var builder = new PdfRendererBuilder()
                .usePDDocument(paper)
                .usePdfUaAccessibility(true)
                .withProducer("UnionGrid")
                .useReplacementText(MISSING)
                .useProtocolsStreamImplementation(sources, PaperSources.SCHEME)
                .withDiagnosticConsumer(PdfPapers::log)
                .withHtmlContent(xhtml, null);
        for (var when : ExternalResourceControlPriority.values())
            builder.useExternalResourceAccessControl((address, type) -> sources.allows(address), when);
        for (var weight : fonts.weights()) {
            var font = PDType0Font.load(paper, weight.font(), true);
            builder.useFont(new PDFontSupplier(font), "serif", weight.css(), FontStyle.NORMAL, true);
        }
        return builder;
    }

    private void write(PDDocument paper, PdfRendererBuilder builder, ByteArrayOutputStream bytes) throws IOException {
        var now = GregorianCalendar.from(LocalDate.now(clock).atStartOfDay(zone));
        try (var renderer = builder.toStream(bytes).buildPdfRenderer()) {
            renderer.createPDFKeepOpen();
            paper.getDocumentInformation().setCreationDate(now);
            dateMetadata(paper, now.toInstant().toString());
            // else it is drawn from the clock of the machine
            paper.setDocumentId(0L);
            paper.save(bytes);
        }
    }

    /** The library writes the moment by the clock of the machine, so that no two papers would be the same. */
    private static void dateMetadata(PDDocument paper, String moment) throws IOException {
        var metadata = paper.getDocumentCatalog().getMetadata();
        if (metadata == null) return;
        var dated = MOMENT.matcher(new String(metadata.toByteArray(), UTF_8)).replaceAll(moment);
        metadata.importXMPMetadata(dated.getBytes(UTF_8));
    }

    /** Without the words, which may name people. */
    private static void log(Diagnostic diagnostic) {
        LOG.debug("paper: {}", diagnostic.getLogMessageId());
    }
}
