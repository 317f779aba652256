/** Reading JSON from clients strictly: every mistake is named by field and rule. */
@NullMarked
package io.ringside.gateway.json;

import org.jspecify.annotations.NullMarked;
