@NullMarked
package io.ringside.gateway.steering;

import org.jspecify.annotations.NullMarked;
