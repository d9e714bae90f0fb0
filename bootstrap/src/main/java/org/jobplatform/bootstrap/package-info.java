/** The main program: commands, the server's life, and the demonstration. Nothing else may use it. */
@NullMarked
package org.jobplatform.bootstrap;

import org.jspecify.annotations.NullMarked;
