/** A floor of one's own: started from the command that everybody uses, described by what it says of itself, ended. */
@NullMarked
package io.ringside.benchmarks.floor;

import org.jspecify.annotations.NullMarked;
