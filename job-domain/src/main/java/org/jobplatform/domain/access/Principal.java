package org.jobplatform.domain.access;

/** Whoever a request comes from, after it was proved. */
public record Principal(String userId, String name, Role role) {}
