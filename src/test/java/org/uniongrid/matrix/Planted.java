package org.uniongrid.matrix;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An endpoint that only the proofs of the matrix put up: what would stand in the table, and what must be found. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Planted {

    /** The line of the table. */
    String value();

    /** Words of the finding. */
    String found() default "";
}
