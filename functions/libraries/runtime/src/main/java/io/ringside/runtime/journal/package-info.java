/**
 * What a transaction leaves behind for ever: the ids of the messages that had their effect, the events that each
 * produced, and the audit's chain of decisions, written at once with the cursors under their fences.
 */
@NullMarked
package io.ringside.runtime.journal;

import org.jspecify.annotations.NullMarked;
