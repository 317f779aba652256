/**
 * Which partitions an instance holds, under which fence, and how far it came: the lease that says that it is alive, the
 * rows that say what it owns, and the streams that its cursors stand in.
 */
@NullMarked
package io.ringside.runtime.tenure;

import org.jspecify.annotations.NullMarked;
