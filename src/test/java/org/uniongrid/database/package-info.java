@NullMarked
package org.uniongrid.database;

import org.jspecify.annotations.NullMarked;
