/** The faults, one class for each kind. */
package org.jobplatform.faults.fault;
