/** The HTTP edge: problems, correlation ids, security headers and the web application's files. */
@NullMarked
package io.ringside.gateway.http;

import org.jspecify.annotations.NullMarked;
