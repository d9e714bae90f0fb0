package org.jobplatform.application.usecase;

import org.jobplatform.domain.run.Dialect;

/**
 * Who asks for something, how and from where.
 *
 * @param name the user's name
 * @param source the network address, or empty
 */
public record Caller(Dialect dialect, String name, String source) {}
