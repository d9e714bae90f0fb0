/** Holds servers against what the documents of five job interfaces say. Not part of the product. */
@NullMarked
package org.jobplatform.conformance;

import org.jspecify.annotations.NullMarked;
