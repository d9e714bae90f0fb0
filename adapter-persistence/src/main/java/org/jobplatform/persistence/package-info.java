/**
 * The storage ports on Hibernate, for H2 and PostgreSQL. Bootstrap opens a {@link Database} and hands its stores on; nobody
 * else uses this package.
 */
@NullMarked
package org.jobplatform.persistence;

import org.jspecify.annotations.NullMarked;
