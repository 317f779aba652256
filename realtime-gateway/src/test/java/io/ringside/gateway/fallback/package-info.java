@NullMarked
package io.ringside.gateway.fallback;

import org.jspecify.annotations.NullMarked;
