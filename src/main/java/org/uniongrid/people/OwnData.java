package org.uniongrid.people;

import java.util.List;
import org.uniongrid.foundation.Actor;
import org.uniongrid.web.Said;

/**
 * What a module keeps of a worker, told to themselves: shown on the phone, and taken along (个人信息保护法 第45条). Each
 * module that keeps anything of workers has one.
 */
public interface OwnData {

    /** @param label and value as they are read */
    record Fact(Said label, Said value) {

        public static Fact of(String label, String value) {
            return new Fact(Said.of(label), Said.of("web.plain", value));
        }
    }

    /** @param title message key */
    record Part(String title, List<Fact> facts) {

        public Part {
            facts = List.copyOf(facts);
        }
    }

    List<Part> of(Actor worker);

    /** Whether it needs their numbers also after they closed what they have on the phone. */
    default boolean keeps(Actor worker) {
        return false;
    }
}
