/** What the server is compared with, on the same PostgreSQL in the same run. */
package org.jobplatform.benchmark.reference;
