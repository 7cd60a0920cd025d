package org.uniongrid.web;

import org.uniongrid.foundation.Actor;

/** The port of the bell in the page head. A module above knows what waits for somebody; it is asked once a page. */
public interface Bell {

    /** More than this is not counted. */
    int MOST = 99;

    /** How many notices wait unread; one more than {@link #MOST} stands for all beyond. */
    int unread(Actor actor);
}
