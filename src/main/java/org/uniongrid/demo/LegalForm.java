package org.uniongrid.demo;

import java.text.MessageFormat;
import java.util.List;

/** A legal form: which size of firm takes it, from how many staff, and how the firm's name is built. */
record LegalForm(String size, String ownership, int weight, int fromStaff, MessageFormat name) {

    static List<LegalForm> all() {
        return Vocabulary.read(
                "firm-forms",
                line -> new LegalForm(
                        line.text(0), line.text(1), line.number(2), line.number(3), new MessageFormat(line.text(4))));
    }

    boolean suits(String size, int staff) {
        return this.size.equals(size) && staff >= fromStaff;
    }

    String name(String place, String brand, String trade) {
        return name.format(new Object[] {place, brand, trade});
    }
}
