/**
 * What the application needs from the outside: stores, task runners, notifiers, ids. Adapters implement these; each
 * interface has a contract suite in this module's test-jar that every implementation runs.
 */
@NullMarked
package org.jobplatform.application.port;

import org.jspecify.annotations.NullMarked;
