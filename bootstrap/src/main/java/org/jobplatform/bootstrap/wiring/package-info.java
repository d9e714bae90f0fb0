/** The parts lists: one Guice module for each adapter and one for the core. The only place where Guice is known. */
@NullMarked
package org.jobplatform.bootstrap.wiring;

import org.jspecify.annotations.NullMarked;
