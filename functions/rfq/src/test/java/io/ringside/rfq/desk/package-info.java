@NullMarked
package io.ringside.rfq.desk;

import org.jspecify.annotations.NullMarked;
