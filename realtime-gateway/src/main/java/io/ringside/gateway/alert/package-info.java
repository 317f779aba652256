/** Alerts: what a user has to acknowledge as a query, and the acknowledgement as a command. */
@NullMarked
package io.ringside.gateway.alert;

import org.jspecify.annotations.NullMarked;
