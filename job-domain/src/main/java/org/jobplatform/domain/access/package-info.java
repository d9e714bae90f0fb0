/**
 * Access: who somebody is, what a role allows, and where somebody has one. Knows jobs only by the paths of their projects;
 * every module may use it.
 */
@NullMarked
package org.jobplatform.domain.access;

import org.jspecify.annotations.NullMarked;
