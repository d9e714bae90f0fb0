/** What happened, seen from outside of the platform, and the verdict on it. Knows no process and no database. */
package org.jobplatform.faults.judge;
