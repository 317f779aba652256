/** What every feed of prices is and what it tells; knows no exchange and no messaging. */
@NullMarked
package io.ringside.marketdata.feed;

import org.jspecify.annotations.NullMarked;
