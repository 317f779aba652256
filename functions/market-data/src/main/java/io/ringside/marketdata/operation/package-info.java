/** The function as its operator sees it: life cycle, health and figures. */
@NullMarked
package io.ringside.marketdata.operation;

import org.jspecify.annotations.NullMarked;
