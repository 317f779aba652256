@NullMarked
package io.ringside.position.valuation;

import org.jspecify.annotations.NullMarked;
