/** Breaks a server from within: loaded into its JVM as an agent, knows nothing but the JDK and names of the server's classes. */
package org.jobplatform.faults.agent;
