/** The activity feed: orders, requests for quotes and transactions as one list of what happened to somebody. */
@NullMarked
package io.ringside.contracts.activity;

import org.jspecify.annotations.NullMarked;
