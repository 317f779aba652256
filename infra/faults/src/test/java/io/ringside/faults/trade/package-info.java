@NullMarked
package io.ringside.faults.trade;

import org.jspecify.annotations.NullMarked;
