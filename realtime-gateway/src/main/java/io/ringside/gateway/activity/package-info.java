/** The activity feed as each user may read it: sorted, filtered and page by page on the server. */
@NullMarked
package io.ringside.gateway.activity;

import org.jspecify.annotations.NullMarked;
