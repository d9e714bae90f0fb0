/**
 * Operating system processes of runs on Linux: starting, confining, finding and ending them, also when the server dies.
 * Used by the command runner and by the server's wiring; knows nothing of jobs and ports.
 */
@NullMarked
package org.jobplatform.runner.command.process;

import org.jspecify.annotations.NullMarked;
