/** What every store does with PostgreSQL. */
@NullMarked
package io.ringside.runtime.sql;

import org.jspecify.annotations.NullMarked;
