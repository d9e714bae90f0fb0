/** The history of a cluster as seen from outside of it, and the rules that every history must follow. */
package org.jobplatform.application.simulation.checker;
