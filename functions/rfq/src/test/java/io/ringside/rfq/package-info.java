@NullMarked
package io.ringside.rfq;

import org.jspecify.annotations.NullMarked;
