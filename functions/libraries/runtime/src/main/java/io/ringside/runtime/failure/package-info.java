/**
 * The three fates of a message, told apart in one place: what passes by itself, what this message causes, what is over.
 */
@NullMarked
package io.ringside.runtime.failure;

import org.jspecify.annotations.NullMarked;
