/**
 * The consume loop of ordered functions: partitions held under a lease and a fence, effects committed with their
 * cursor, publication after commit. Nothing here depends on an acknowledgement, a redelivery count or a deduplication
 * window.
 */
@NullMarked
package io.ringside.runtime.ordered;

import org.jspecify.annotations.NullMarked;
