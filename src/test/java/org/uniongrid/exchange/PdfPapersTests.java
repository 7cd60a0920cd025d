package org.uniongrid.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import gg.jte.Content;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.uniongrid.web.Camera;
import org.uniongrid.web.QrCode;
import org.uniongrid.web.QrCode.Correction;
import org.uniongrid.web.Words;

/** Papers as people get them: printed, read by a phone, searched and copied from. */
class PdfPapersTests {

    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
    private static final PdfPapers PAPERS = papers(NOON);

    private static PdfPapers papers(Instant now) {
        return new PdfPapers(Words.templates(), Clock.fixed(now, Words.ZONE), Words.ZONE);
    }

    private static byte[] paper(String body) {
        return paper("portrait", body);
    }

    private static byte[] paper(String size, String body) {
        var content = (Content) output -> output.writeContent(body);
        var say = Words.templates().say(Locale.SIMPLIFIED_CHINESE);
        return PAPERS.print(
                "exchange/paper", say, Map.of("title", "入会 & 须知", "about", "怎样入会", "content", content, "size", size));
    }

    private static String text(byte[] paper) throws IOException {
        try (var read = Loader.loadPDF(paper)) {
            var stripper = new PDFTextStripper();
            // as on the page: words in bold are drawn after the others of their line
            stripper.setSortByPosition(true);
            return stripper.getText(read).replaceAll("\\s", "");
        }
    }

    private static BufferedImage page(byte[] paper, int dpi) throws IOException {
        try (var read = Loader.loadPDF(paper)) {
            return new PDFRenderer(read).renderImageWithDPI(0, dpi, ImageType.GRAY);
        }
    }

    @Test
    void wordsAreFoundAgain() throws IOException {
        assertThat(text(paper("<h1>北京市总工会入会须知</h1><p>一、<b>先扫二维码</b>，<em>再填姓名</em>。</p>")))
                .contains("北京市总工会入会须知", "一、先扫二维码，再填姓名。", "1/1");
    }

    @Test
    void rareCharactersOfNamesArePrinted() throws IOException {
        assertThat(text(paper("<p>龚䶮、陶堃、王𠅤、李㛃、朱𫖮、朱喆</p>"))).contains("龚䶮、陶堃、王𠅤、李㛃、朱𫖮、朱喆");
    }

    @Test
    void whatTheFontLacksIsABoxAndNeverDropped() throws IOException {
        var lacking = Character.toString(0x32222);
        var box = paper("<p>王" + lacking + "平&#x0e01;</p>");
        assertThat(text(box)).contains("王□平□");
        assertThat(text(paper("<p>王\u0001平</p>"))).contains("王□平");
        assertThat(ink(box)).isGreaterThan(ink(paper("<p>王平</p>")));
    }

    private static long ink(byte[] paper) throws IOException {
        var page = page(paper, 150);
        return IntStream.range(0, page.getHeight())
                .mapToLong(y -> IntStream.range(0, page.getWidth())
                        .filter(x -> (page.getRGB(x, y) & 0xff) < 128)
                        .count())
                .sum();
    }

    @Test
    void aPhoneReadsTheCodeOnThePaper() throws Exception {
        var address = "https://union.example/join/7Q2M4XKD";
        var code = QrCode.of(address, Correction.QUARTILE);
        var paper = paper("<h1>扫码入会</h1><img class='qr' alt='二维码' src='" + code.png() + "'/>");
        assertThat(Camera.read(page(paper, 100))).isEqualTo(address);
    }

    @Test
    void aSheetForTheNoticeBoardIsSmall() {
        var code = QrCode.of("https://union.example/join/7Q2M4XKD", Correction.QUARTILE);
        var everyThird = IntStream.range(0, 700)
                .mapToObj(n -> Character.toString(0x4e00 + n * 3))
                .collect(Collectors.joining());
        var sheet = paper("<h1>扫码入会</h1><img class='qr' alt='二维码' src='" + code.png() + "'/><p>" + everyThird + "</p>");
        assertThat(sheet).hasSizeLessThan(300_000);
        assertThat(paper("<h1>扫码入会</h1>")).hasSizeLessThan(20_000);
    }

    @Test
    void aPaperSaysWhatItIsAndInWhichLanguage() throws IOException {
        try (var read = Loader.loadPDF(paper("<p>入会</p>"))) {
            assertThat(read.getDocumentInformation().getTitle()).isEqualTo("入会 & 须知");
            assertThat(read.getDocumentInformation().getSubject()).isEqualTo("怎样入会");
            assertThat(read.getDocumentInformation().getCreationDate().toInstant())
                    .as("the day alone, so that the same words are the same paper all day")
                    .isEqualTo(Instant.parse("2026-02-28T16:00:00Z"));
            var catalog = read.getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo("zh-CN");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getStructureTreeRoot()).isNotNull();
            assertThat(catalog.getNames()).isNull();
            assertThat(catalog.getOpenAction()).isNull();
        }
    }

    @Test
    void theSameWordsAreTheSamePaper() {
        assertThat(paper("<p>入会</p>")).isEqualTo(paper("<p>入会</p>"));
        assertThat(papers(NOON).print("<html><body>入会</body></html>"))
                .isNotEqualTo(papers(NOON.plusSeconds(86_400)).print("<html><body>入会</body></html>"));
    }

    @Test
    void pagesHaveTheirSizeAndNumber() throws IOException {
        try (var read = Loader.loadPDF(paper("landscape", "<p>一</p><p style='page-break-before:always'>二</p>"))) {
            assertThat(read.getNumberOfPages()).isEqualTo(2);
            assertThat(millimetres(read)).containsExactly(297, 210);
            assertThat(new PDFTextStripper().getText(read)).contains("1 / 2", "2 / 2");
        }
    }

    private static int[] millimetres(PDDocument paper) {
        var box = paper.getPage(0).getMediaBox();
        return new int[] {Math.round(box.getWidth() / 72 * 25.4f), Math.round(box.getHeight() / 72 * 25.4f)};
    }

    @Test
    void tenCardsFitOnASheet() throws IOException {
        try (var ten = Loader.loadPDF(paper("cards", "<div class='id1'><h2>会员证</h2></div>".repeat(10)));
                var eleven = Loader.loadPDF(paper("cards", "<div class='id1'><h2>会员证</h2></div>".repeat(11)))) {
            assertThat(ten.getNumberOfPages()).isEqualTo(1);
            assertThat(eleven.getNumberOfPages()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<body><img alt='' src='%s/a.png'/></body>",
                "<body><img alt='' src='file:///etc/hostname'/></body>",
                "<body><img alt='' src='/etc/hostname'/></body>",
                "<body><img alt='' src='asset:../tokens.css'/></body>",
                "<body><img alt='' src='data:text/html,a'/></body>",
                "<body><p style=\"background-image: url('%s/b.png')\">a</p></body>",
                "<body><a href='%s/d.txt' download='a' data-content-type='text/plain'>a</a></body>",
                "<head><link rel='stylesheet' href='%s/e.css'/></head><body>a</body>",
                "<head><style>@import url('%s/f.css');</style></head><body>a</body>",
                "<head><style>@font-face { font-family: x; src: url(%s/g.ttf); -fs-font-subset: subset }"
                        + " p { font-family: x }</style></head><body><p>a</p></body>"
            })
    void whatComesFromElsewhereIsRefused(String paper) throws IOException {
        assertThat(asked(elsewhere -> assertThatThrownBy(() -> PAPERS.print(html(paper, elsewhere)))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("data:image/")))
                .isZero();
    }

    /** Kinds of content that papers do not know. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<body><object type='image/svg+xml' data='%s/c.svg'>a</object></body>",
                "<body><script src='%s/c.js'></script>a</body>",
                "<body><iframe src='%s/c.html'></iframe>a</body>"
            })
    void whatNoPaperShowsIsNotFetched(String paper) throws IOException {
        assertThat(asked(elsewhere ->
                        assertThat(PAPERS.print(html(paper, elsewhere))).isNotEmpty()))
                .isZero();
    }

    private static String html(String paper, String elsewhere) {
        return "<html>" + paper.replace("%s", elsewhere) + "</html>";
    }

    /** How often somebody came to a server of this name. */
    private static int asked(Consumer<String> visit) throws IOException {
        var asked = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
        });
        server.start();
        try {
            visit.accept("http://127.0.0.1:" + server.getAddress().getPort());
            return asked.get();
        } finally {
            server.stop(0);
        }
    }
}
