@NullMarked
package io.ringside.gateway.compression;

import org.jspecify.annotations.NullMarked;
