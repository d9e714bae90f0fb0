/** The fault programme: breaks real server processes and databases under load, and prints what was left. */
package org.jobplatform.faults;
