/**
 * How a node carries runs out: claiming, executing, stopping, keeping its lease, delivering callbacks. Loops are
 * objects with a step; bootstrap owns the threads that drive them.
 */
@NullMarked
package org.jobplatform.application.execution;

import org.jspecify.annotations.NullMarked;
