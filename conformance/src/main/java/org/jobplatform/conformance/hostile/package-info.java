/** Sends what no client should send: data files say what is wrong with it and how it must be refused. */
@NullMarked
package org.jobplatform.conformance.hostile;

import org.jspecify.annotations.NullMarked;
