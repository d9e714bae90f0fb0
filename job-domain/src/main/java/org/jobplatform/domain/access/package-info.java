/**
 * Access: who somebody is and what a role allows. Depends on no other concept; every module may use it.
 */
@NullMarked
package org.jobplatform.domain.access;

import org.jspecify.annotations.NullMarked;
