/**
 * Strict JSON: one configured mapper, and a reader of request bodies that reports every offending field at once. Every
 * dialect may use it; it knows neither HTTP nor any dialect.
 */
@NullMarked
package org.jobplatform.rest.json;

import org.jspecify.annotations.NullMarked;
