/** The orders of one instrument and what is displayed of it: who is served next, and by how much. Pure. */
@NullMarked
package io.ringside.execution.book;

import org.jspecify.annotations.NullMarked;
