/**
 * The dialect of the StarfishETL cloud API, version 1. Its words (project for a folder, argument, chain) end here. Only
 * bootstrap uses it, through {@code StarfishApi}.
 */
@NullMarked
package org.jobplatform.rest.starfish;

import org.jspecify.annotations.NullMarked;
