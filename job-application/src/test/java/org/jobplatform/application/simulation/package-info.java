/**
 * A cluster of nodes made of the real parts, in virtual time and on one thread at a time, in a world in which a seed decides
 * what goes wrong. What happened is recorded as plain data, which {@code checker} judges.
 */
package org.jobplatform.application.simulation;
