/**
 * Describes resources as OpenAPI 3.1, from the resources themselves: paths, methods, media types and permissions are read off
 * their annotations, answers off the records that they are. What code does not say, such as a summary, an API says besides.
 */
@NullMarked
package org.jobplatform.rest.openapi;

import org.jspecify.annotations.NullMarked;
