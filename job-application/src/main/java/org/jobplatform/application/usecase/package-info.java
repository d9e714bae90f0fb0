/**
 * What can be asked of the platform, one class for each verb. The REST adapter and other services call these.
 */
@NullMarked
package org.jobplatform.application.usecase;

import org.jspecify.annotations.NullMarked;
