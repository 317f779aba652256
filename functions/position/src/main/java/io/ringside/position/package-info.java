/** Follows trades and knows, for each account, what it holds, what that cost and what it earned or would earn now. */
@NullMarked
package io.ringside.position;

import org.jspecify.annotations.NullMarked;
