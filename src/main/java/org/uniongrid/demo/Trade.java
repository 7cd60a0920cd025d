package org.uniongrid.demo;

import java.util.List;

/** What a firm does: its industry code (GB/T 4754-2017), words for its name, how many women work there, how large it may be. */
record Trade(String theme, String industry, List<String> words, int women, int largest) {

    static List<Trade> all() {
        return Vocabulary.read(
                "trades", line -> new Trade(line.text(0), line.text(1), line.list(2), line.number(3), line.number(4)));
    }
}
