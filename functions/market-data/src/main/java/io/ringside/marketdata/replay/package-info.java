/** A recorded feed served again as the WebSocket it was, with faults on request. */
@NullMarked
package io.ringside.marketdata.replay;

import org.jspecify.annotations.NullMarked;
