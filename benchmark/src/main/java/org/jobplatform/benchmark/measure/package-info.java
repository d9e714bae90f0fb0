/** The measurements of the server, each over HTTP, each judged by what the server has kept. */
package org.jobplatform.benchmark.measure;
