/**
 * The platform's own REST interface under {@code /platform/v1}, and the health routes. Bootstrap registers it through
 * {@code NativeApi}, reads job files with {@code JobDocumentReader}, and plugs in the callback format.
 */
@NullMarked
package org.jobplatform.rest.nativeapi;

import org.jspecify.annotations.NullMarked;
