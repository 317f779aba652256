/**
 * What an operator does when a stream was lost: the remembered events are published again in the order in which they
 * happened, and the cursors are set to the start of the stream that holds them now.
 */
@NullMarked
package io.ringside.runtime.rebuild;

import org.jspecify.annotations.NullMarked;
