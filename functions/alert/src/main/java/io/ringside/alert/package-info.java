/** What users have to know and to acknowledge: raised by functions, kept until they say so, told to all devices. */
@NullMarked
package io.ringside.alert;

import org.jspecify.annotations.NullMarked;
