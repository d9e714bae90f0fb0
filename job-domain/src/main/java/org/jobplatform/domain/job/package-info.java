/**
 * Jobs: what may be run, how often at once, and what happens when it fails. Depends on no other concept; every
 * module may use it.
 */
@NullMarked
package org.jobplatform.domain.job;

import org.jspecify.annotations.NullMarked;
