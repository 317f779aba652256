/** Which transport operators want clients to use: for all of them or a share, while the floor runs. */
@NullMarked
package io.ringside.gateway.steering;

import org.jspecify.annotations.NullMarked;
