/** Hot paths by themselves, measured with JMH. */
package org.jobplatform.benchmark.micro;
