/** Servers that are too weak for the promise, real ones where they can be had, and how a start names what they lack. */
@NullMarked
package io.ringside.runtime.strength;

import org.jspecify.annotations.NullMarked;
