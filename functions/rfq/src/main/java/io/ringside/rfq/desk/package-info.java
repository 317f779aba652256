/** What each command does to a request for quotes: pure, on the command, the request and what was asked of others. */
@NullMarked
package io.ringside.rfq.desk;

import org.jspecify.annotations.NullMarked;
