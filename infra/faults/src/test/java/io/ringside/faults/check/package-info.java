/** Planted violations: each has to turn the verdict red, and a sound run none. */
@NullMarked
package io.ringside.faults.check;

import org.jspecify.annotations.NullMarked;
