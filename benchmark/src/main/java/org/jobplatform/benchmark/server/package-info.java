/** The server process that is measured, and the databases it runs on. */
package org.jobplatform.benchmark.server;
