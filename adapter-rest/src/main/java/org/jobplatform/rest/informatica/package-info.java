/**
 * The dialect of Informatica Intelligent Cloud Services: its platform API, version 2 for jobs and activity, version 3 for
 * sessions. Its words (task for a job, job for a run) end here. Only bootstrap uses it, through {@code InformaticaApi}.
 */
@NullMarked
package org.jobplatform.rest.informatica;

import org.jspecify.annotations.NullMarked;
