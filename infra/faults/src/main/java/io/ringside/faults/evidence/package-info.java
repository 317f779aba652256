/** What is known after a run: what clients asked and saw, what the book of record says, what the streams hold. */
@NullMarked
package io.ringside.faults.evidence;

import org.jspecify.annotations.NullMarked;
