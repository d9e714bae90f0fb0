package org.jobplatform.conformance.wire;

import java.util.concurrent.CompletableFuture;

/** A request that a {@link Receiver} holds until somebody says what it is answered. */
public record Call(Message request, CompletableFuture<Integer> status) {}
