package org.uniongrid.exchange;

import java.util.List;

/** Takes the rows of a file one after the other. */
interface RawRows {

    /** More columns than this are a mistake. */
    int MOST_COLUMNS = 200;

    /** A row under its number in the file; cells from the first column on, as many as there are. */
    void row(int number, List<RawCell> cells);
}
