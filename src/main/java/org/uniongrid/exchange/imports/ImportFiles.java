package org.uniongrid.exchange.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.uniongrid.exchange.ImportKind;
import org.uniongrid.exchange.Sheet;
import org.uniongrid.web.Say;

/** The workbooks that an import hands out: an empty one to fill in, the faulty rows to mend, the whole list marked. */
@Component
class ImportFiles {

    private final StagedRows staged;
    private final StagedFindings found;
    private final MessageSource messages;
    private final ZoneId zone;

    ImportFiles(StagedRows staged, StagedFindings found, MessageSource messages, ZoneId zone) {
        this.staged = staged;
        this.found = found;
        this.messages = messages;
        this.zone = zone;
    }

    byte[] template(ImportKind kind, Locale locale) {
        return written(new TemplateFile(kind, say(locale))::write);
    }

    /** The faulty rows with what is wrong in a last column, which the next upload overlooks. */
    byte[] errors(ImportRun run, Locale locale) {
        return mend(run, staged.faulty(run), locale);
    }

    /** The whole list as it was handed in, as long as all of it waits, marked the same way. */
    byte[] whole(ImportRun run, Locale locale) {
        return mend(run, staged.all(run), locale);
    }

    private byte[] mend(ImportRun run, Sheet rows, Locale locale) {
        return written(out -> new MendFile(run, say(locale))
                .write(out, rows, (first, last) -> found.problems(run.id(), first, last)));
    }

    private Say say(Locale locale) {
        return new Say(messages, locale, zone);
    }

    private interface Writer {
        void to(OutputStream out) throws IOException;
    }

    private static byte[] written(Writer writer) {
        var out = new ByteArrayOutputStream();
        try {
            writer.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
