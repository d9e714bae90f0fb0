/**
 * How much and how often: failures that cost patience, shares of a rate, places that only so many can have. All of it
 * belongs to one node and is forgotten with it; nothing here grows without bound or asks a clock. Anyone may use it.
 */
@NullMarked
package org.jobplatform.application.limit;

import org.jspecify.annotations.NullMarked;
