package org.uniongrid.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file that was made in the request, to be kept and not shown. */
public final class Attachment {

    private Attachment() {}

    public static ResponseEntity<byte[]> of(String name, MediaType type, byte[] bytes) {
        var disposition = ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.build().toString())
                .body(bytes);
    }
}
