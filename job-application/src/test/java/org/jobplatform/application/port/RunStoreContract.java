package org.jobplatform.application.port;

/**
 * What every {@link RunStore} keeps to. An implementation's test implements this interface, and so runs the three parts
 * of the contract: how runs are admitted, claimed, and changed.
 */
public interface RunStoreContract extends RunAdmissionContract, RunClaimContract, RunChangeContract {}
