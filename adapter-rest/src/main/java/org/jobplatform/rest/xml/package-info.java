/**
 * Strict XML: a reader of request bodies that reaches for nothing outside of them, and a writer of answers. Every dialect
 * may use it; it knows neither HTTP nor any dialect. What it reads becomes the same fields as JSON, so that a request is
 * read in one way whatever its format.
 */
@NullMarked
package org.jobplatform.rest.xml;

import org.jspecify.annotations.NullMarked;
