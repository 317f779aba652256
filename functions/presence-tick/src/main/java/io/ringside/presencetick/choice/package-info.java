/** What users want to be seen as, as the store keeps it: it holds until they choose again. */
@NullMarked
package io.ringside.presencetick.choice;

import org.jspecify.annotations.NullMarked;
