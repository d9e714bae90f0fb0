/**
 * Carries callbacks to their receivers over HTTP. Only the wiring of the server uses it; everyone else sees the port.
 */
@NullMarked
package org.jobplatform.callback;

import org.jspecify.annotations.NullMarked;
