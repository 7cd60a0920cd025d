package org.uniongrid.exchange.imports;

import org.uniongrid.exchange.Choice;
import org.uniongrid.exchange.Column;
import org.uniongrid.exchange.SheetFile;
import org.uniongrid.web.Say;

/** Words of the upload form and of the template that goes with it. */
public final class UploadText {

    public static final int ROWS = SheetFile.MOST_ROWS;

    /** Field of a list that is pasted in place of a file. */
    public static final String PASTED = "pasted";

    private UploadText() {}

    public static String field(Choice choice) {
        return "choice." + choice.key();
    }

    /** What is said about a column; of one that is not kept, why. */
    public static String note(Column column, Say say) {
        if (!column.isKept()) return say.of("import.skipped.why");
        return column.note() == null ? "" : say.of(column.note());
    }
}
