/** What execution tells a venue and what a venue answers. */
@NullMarked
package io.ringside.contracts.venue;

import org.jspecify.annotations.NullMarked;
