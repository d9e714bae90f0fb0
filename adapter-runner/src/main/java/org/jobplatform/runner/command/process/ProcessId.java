package org.jobplatform.runner.command.process;

/**
 * One process for all time: its number alone is given to another process some day.
 *
 * @param pid the number
 * @param startTicks the start time in clock ticks since the machine started
 */
record ProcessId(long pid, long startTicks) {}
