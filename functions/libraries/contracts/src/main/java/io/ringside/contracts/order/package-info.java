/** Commands, facts and notices of orders, in the vocabulary of FIX 5.0 SP2. */
@NullMarked
package io.ringside.contracts.order;

import org.jspecify.annotations.NullMarked;
