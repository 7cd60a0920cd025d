package org.uniongrid.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** A zip that was unpacked once, counting, before anything in it is parsed. */
final class Archive implements Closeable {

    /** A list of two hundred thousand rows with all columns of the register unfolds to some 260 MB. */
    static final long LARGEST = 400L << 20;

    private static final int MOST_PARTS = 500;
    private static final long SMALL = 1 << 20;
    private static final int DENSEST = 100;
    private static final byte[] DOCTYPE = "<!DOCTYPE".getBytes(StandardCharsets.US_ASCII);

    private final ZipFile zip;

    private Archive(ZipFile zip) {
        this.zip = zip;
    }

    static Archive open(byte[] content) throws IOException {
        var zip = ZipFile.builder().setByteArray(content).get();
        try {
            check(zip);
            return new Archive(zip);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    boolean has(String part) {
        return find(part) != null;
    }

    /** The part of this name; a file that lacks it is broken. */
    InputStream part(String name) throws IOException {
        var entry = find(name);
        if (entry == null) throw new FileRefused("import.refused.broken");
        return zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private @Nullable ZipArchiveEntry find(String name) {
        return zip.getEntry(name.startsWith("/") ? name.substring(1) : name);
    }

    private static void check(ZipFile zip) throws IOException {
        var left = LARGEST;
        var parts = 0;
        for (var entry : Collections.list(zip.getEntries())) {
            if (++parts > MOST_PARTS) throw new FileRefused("import.refused.bomb");
            if (entry.getGeneralPurposeBit().usesEncryption()) throw new FileRefused("import.refused.encrypted");
            if (!zip.canReadEntryData(entry)) throw new FileRefused("import.refused.broken");
            refuseByName(entry.getName().toLowerCase(Locale.ROOT));
            left -= unpack(zip, entry, left);
        }
    }

    private static void refuseByName(String name) {
        if (name.endsWith("vbaproject.bin")) throw new FileRefused("import.refused.macros");
        if (name.startsWith("word/")) throw new FileRefused("import.refused.word");
        if (name.startsWith("xl/externallinks/")) throw new FileRefused("import.refused.links");
        if (name.equals("xl/workbook.bin")) throw new FileRefused("import.refused.old-excel");
    }

    private static long unpack(ZipFile zip, ZipArchiveEntry entry, long left) throws IOException {
        var packed = Math.max(1, entry.getCompressedSize());
        var doctype = new Finder(DOCTYPE);
        var buffer = new byte[1 << 16];
        var size = 0L;
        try (var in = zip.getInputStream(entry)) {
            for (int read; (read = in.read(buffer)) >= 0; ) {
                if (size == 0 && startsArchive(buffer, read)) throw new FileRefused("import.refused.nested");
                size += read;
                if (size > left || (size > SMALL && size / packed > DENSEST))
                    throw new FileRefused("import.refused.bomb");
                if (doctype.foundIn(buffer, read)) throw new FileRefused("import.refused.doctype");
            }
        }
        return size;
    }

    private static boolean startsArchive(byte[] buffer, int read) {
        return read >= 4 && buffer[0] == 'P' && buffer[1] == 'K' && buffer[2] == 3 && buffer[3] == 4;
    }

    /** Looks for a word in a stream of bytes; zero bytes do not count, so UTF-16 hides nothing. */
    private static final class Finder {

        private final byte[] word;
        private int matched;

        Finder(byte[] word) {
            this.word = word;
        }

        boolean foundIn(byte[] buffer, int length) {
            for (int i = 0; i < length; i++) {
                if (buffer[i] == 0) continue;
                // the word begins with its only '<', so a failed match starts anew at this byte
                if (buffer[i] == word[matched]) matched++;
                else matched = buffer[i] == word[0] ? 1 : 0;
                if (matched == word.length) return true;
            }
            return false;
        }
    }
}
