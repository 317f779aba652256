/**
 * What a function is written against: messages in, a decision out. The consume loop that owns everything else is in the
 * packages below.
 */
@NullMarked
package io.ringside.runtime;

import org.jspecify.annotations.NullMarked;
