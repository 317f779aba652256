/** Stands for a function. */
@NullMarked
package io.ringside.rules.planted.upper;

import org.jspecify.annotations.NullMarked;
