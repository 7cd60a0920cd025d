package org.uniongrid.foundation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An endpoint for everybody who is signed in, about nobody but themselves. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface SignedIn {
    String value();

    /** Whether workers on the phone may come here too; all else that is not theirs by permission is shut to them. */
    boolean workersToo() default false;
}
