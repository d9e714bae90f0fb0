package org.jobplatform.application.simulation.checker;

import java.util.List;

/**
 * What a node holds when everything is over.
 *
 * @param held anything that it should have given back
 */
public record Remains(String node, List<String> held) {}
