/** Takes accepted orders to a venue and brings back what became of them. The paper venue lives in the same process. */
@NullMarked
package io.ringside.execution;

import org.jspecify.annotations.NullMarked;
