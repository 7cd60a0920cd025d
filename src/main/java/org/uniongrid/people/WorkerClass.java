package org.uniongrid.people;

import org.uniongrid.web.Say;

/**
 * What kind of worker somebody is 职工类别: a code list with days, since groups are added.
 *
 * @param key in kebab case, such as {@code rider}
 * @param newForm whether it is a new form of employment 新就业形态
 */
public record WorkerClass(String key, boolean newForm) {

    /** Key of its message. */
    public String name() {
        return "person.class." + key;
    }

    public String name(Say say) {
        return say.of(name());
    }
}
