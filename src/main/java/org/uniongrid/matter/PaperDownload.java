package org.uniongrid.matter;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How a paper leaves the house: to be saved, or shown by itself where it is a picture or a PDF; never run. */
public final class PaperDownload {

    private static final String NOTHING = "default-src 'none'; sandbox";

    /** What a browser draws a picture with. */
    private static final String PICTURE =
            "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

    /** In a sandbox browsers show no PDF; its viewer is a page of the browser's, apart from ours. */
    private static final String PDF =
            "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    private PaperDownload() {}

    /** @param show whether it is to be shown in place, if it may be */
    public static ResponseEntity<byte[]> of(Papers.Given paper, boolean show, HttpServletResponse response) {
        var type = MediaType.parseMediaType(paper.mediaType());
        var isShown = show && paper.shown();
        response.setHeader("Content-Security-Policy", isShown ? policy(type) : NOTHING);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        var disposition = (isShown ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(paper.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(paper.content());
    }

    private static String policy(MediaType type) {
        return type.equals(MediaType.APPLICATION_PDF) ? PDF : PICTURE;
    }
}
