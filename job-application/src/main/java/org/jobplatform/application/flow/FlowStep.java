package org.jobplatform.application.flow;

import java.util.Map;

/**
 * A step as a flow's settings describe it.
 *
 * @param job an id, or a project and name
 * @param name by which it is told of
 * @param parameters as the step sets them
 * @param goesOn whether the flow goes on when the step fails
 */
record FlowStep(String job, String name, Map<String, String> parameters, boolean goesOn) {}
