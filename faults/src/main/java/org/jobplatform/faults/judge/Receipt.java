package org.jobplatform.faults.judge;

/**
 * A callback that its receiver has confirmed.
 *
 * @param state of the run, as the callback tells it
 */
public record Receipt(String run, String state) {}
