/** Stands for a library. */
@NullMarked
package io.ringside.rules.planted.lower;

import org.jspecify.annotations.NullMarked;
