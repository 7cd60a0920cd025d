package org.uniongrid.exchange;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.extend.FSStreamFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/** What a paper may be put together from: what it carries itself, and assets in the jar ({@code asset:paper.css}). */
final class PaperSources implements FSStreamFactory {

    static final String SCHEME = "asset";

    private static final Pattern ASSET = Pattern.compile("asset:([a-z0-9-]+\\.(?:css|png|jpg))");

    private final AtomicBoolean refused = new AtomicBoolean();

    boolean allows(String address) {
        boolean allowed =
                address.startsWith("data:image/") || ASSET.matcher(address).matches();
        if (!allowed) refused.set(true);
        return allowed;
    }

    /** A paper that asks for more is a mistake in its template, not to be printed with a hole. The address stays unsaid. */
    void requireNoneRefused() {
        if (refused.get()) throw new IllegalStateException("a paper may use data:image/ and asset: only");
    }

    @Override
    public FSStream getUrl(String address) {
        var asset = ASSET.matcher(address);
        if (!asset.matches()) throw new IllegalStateException("a paper may use data:image/ and asset: only");
        try (var stream = PaperSources.class.getResourceAsStream("/static/assets/" + asset.group(1))) {
            if (stream == null) throw new IllegalStateException("no asset " + asset.group(1));
            return new Bytes(stream.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // read once, by the renderer
    private record Bytes(byte[] bytes) implements FSStream {

        @Override
        public InputStream getStream() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public Reader getReader() {
            return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
        }
    }
}
