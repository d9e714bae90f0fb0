/**
 * The HTTP server all dialects stand on: limits, time-outs, rules for what reaches a resource, and how an error looks.
 * Dialects plug in through {@code ServedDialect} and their resources; bootstrap builds the server.
 */
@NullMarked
package org.jobplatform.rest.server;

import org.jspecify.annotations.NullMarked;
