/** What an operator does with dead letters, on a real server. */
@NullMarked
package io.ringside.runtime.deadletter;

import org.jspecify.annotations.NullMarked;
