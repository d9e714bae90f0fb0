/**
 * The runner that starts programs: reads its settings, starts one program per attempt in a folder of its own, listens to
 * what it writes, and ends it. Used by the server's wiring alone; processes are the matter of the package below.
 */
@NullMarked
package org.jobplatform.runner.command;

import org.jspecify.annotations.NullMarked;
