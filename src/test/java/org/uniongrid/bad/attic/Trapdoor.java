package org.uniongrid.bad.attic;

import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.Unaudited;

/** Changes things and leaves no deed. No controller, so that it is never part of a running house. */
class Trapdoor {

    @PostMapping("/bad/silent")
    String silent() {
        return open();
    }

    /** To speak of a deed is not to add it. */
    @PostMapping("/bad/spoken")
    String spoken() {
        return Deed.of("bad.door.open", "bad.door", null, open()).label();
    }

    @DeleteMapping("/bad/blank")
    @Unaudited(" ")
    String blank() {
        return open();
    }

    private static String open() {
        return "open";
    }
}
