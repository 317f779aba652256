/** What this gateway says of itself: the descriptions of its HTTP and of its socket, and pages that show them. */
@NullMarked
package io.ringside.gateway.documents;

import org.jspecify.annotations.NullMarked;
