/**
 * The loop of work functions: durable pull consumers, explicit acknowledgement, our own jittered delays, dead letters.
 */
@NullMarked
package io.ringside.runtime.work;

import org.jspecify.annotations.NullMarked;
