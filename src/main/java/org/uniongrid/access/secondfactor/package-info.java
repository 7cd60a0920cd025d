/** The second factor: codes from an app on the phone, and ten on paper for the day it is lost. */
@NullMarked
package org.uniongrid.access.secondfactor;

import org.jspecify.annotations.NullMarked;
