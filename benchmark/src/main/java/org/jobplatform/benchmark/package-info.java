/** The program that measures the server, from its command to its table. Nothing of the product knows it. */
package org.jobplatform.benchmark;
