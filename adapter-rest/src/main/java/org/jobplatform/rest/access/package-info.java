/**
 * Who may call which route: every resource method says what it needs, and one filter refuses whatever says nothing.
 * Dialects bring a reader of their credentials and annotate their resources; bootstrap registers {@code AccessControl}.
 */
@NullMarked
package org.jobplatform.rest.access;

import org.jspecify.annotations.NullMarked;
