/** Bad networks. */
package org.jobplatform.faults.proxy;
