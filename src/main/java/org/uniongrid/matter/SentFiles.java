package org.uniongrid.matter;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.multipart.MultipartFile;

/** Files as a form sends them. A field left empty sends one without a name. */
public final class SentFiles {

    private SentFiles() {}

    public static List<Papers.Sent> of(List<MultipartFile> parts) throws IOException {
        var sent = new ArrayList<Papers.Sent>();
        for (var part : parts) {
            var name = part.getOriginalFilename();
            if (name != null && !name.isEmpty()) sent.add(new Papers.Sent(name, part.getBytes()));
        }
        return sent;
    }
}
