package org.uniongrid.people;

import org.uniongrid.foundation.Reach;

/** The port to whoever knows where people stand: whether a person may be seen at all. */
public interface Sight {

    boolean sees(Reach reach, long personId);
}
