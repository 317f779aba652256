/** Messages on the wire: subjects, headers, reason codes and the records that travel. Nothing here decides anything. */
@NullMarked
package io.ringside.contracts;

import org.jspecify.annotations.NullMarked;
