/** What an operator tells everybody who is connected: planned work, trouble, and that it is over. */
@NullMarked
package io.ringside.contracts.system;

import org.jspecify.annotations.NullMarked;
