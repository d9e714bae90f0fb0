package org.jobplatform.conformance.script;

import java.util.List;
import java.util.Optional;

/**
 * A few steps that show one thing.
 *
 * @param gap why the server is known not to pass it yet; a case that has one must fail
 */
public record Case(String title, Optional<String> gap, List<Step> steps) {}
