/**
 * The consume loop of ordered functions: what is held is read batch by batch, decided, committed with its cursor, and
 * published after the commit. Nothing here depends on an acknowledgement, a redelivery count or a deduplication window.
 */
@NullMarked
package io.ringside.runtime.ordered;

import org.jspecify.annotations.NullMarked;
