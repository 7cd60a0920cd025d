package org.uniongrid.access;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.uniongrid.ModuleTest;
import org.uniongrid.people.Numbers;

/** A shift ends, and everybody at the gate asks for a code in the same second. */
@ModuleTest
class PhoneCodesAtOnceTests {

    /** More than there are connections to the database. */
    private static final int CROWD = 80;

    private final PhoneCodes codes;

    PhoneCodesAtOnceTests(PhoneCodes codes) {
        this.codes = codes;
    }

    @Test
    void aCrowdThatAsksAtOnceGetsItsCodes() {
        var asking = new ArrayList<Callable<Void>>();
        for (int i = 0; i < CROWD; i++) {
            var phone = Numbers.phone();
            asking.add(() -> {
                codes.send(phone, "sign-in", new Client("192.0.2.80", null));
                return null;
            });
        }
        assertThatCode(() -> {
                    try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
                        for (var one : crowd.invokeAll(asking)) one.get();
                    }
                })
                .doesNotThrowAnyException();
    }
}
