/** Servers, databases, clients and receivers of one trial, and the watch over what they see. */
package org.jobplatform.faults.trial;
