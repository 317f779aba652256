/** Requests for quotes in PostgreSQL, and who may trade. */
@NullMarked
package io.ringside.rfq.book;

import org.jspecify.annotations.NullMarked;
