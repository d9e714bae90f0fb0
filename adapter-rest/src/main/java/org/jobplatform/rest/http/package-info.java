/**
 * Parts of HTTP that several dialects use: queries, and downloads in whole or in part. Knows no dialect.
 */
@NullMarked
package org.jobplatform.rest.http;

import org.jspecify.annotations.NullMarked;
