/** What is reserved against what open orders and quotes have left, looked at again and again. */
@NullMarked
package io.ringside.riskcheck.sweep;

import org.jspecify.annotations.NullMarked;
