/**
 * The runner of flows: jobs whose work is to run others, one after the other. It needs nothing from outside but the use cases,
 * so that it is part of the core.
 */
@NullMarked
package org.jobplatform.application.flow;

import org.jspecify.annotations.NullMarked;
