/**
 * The InfoLink dialect: {@code executeJob}, {@code getJobStatus} and {@code stopJob} under {@code /api/v1}, each with and
 * without {@code .jsp}. Only bootstrap may use it.
 */
@NullMarked
package org.jobplatform.rest.infolink;

import org.jspecify.annotations.NullMarked;
