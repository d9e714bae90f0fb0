/**
 * The NEXUS IC dialect: {@code jobStatus} and {@code jobContent} under {@code /icweb.dll}, and its login. It shows runs, however they were
 * started, and changes none. Only bootstrap may use it.
 */
@NullMarked
package org.jobplatform.rest.nexus;

import org.jspecify.annotations.NullMarked;
