package org.jobplatform.rest.server;

import jakarta.ws.rs.core.StreamingOutput;

/** Output whose beginning is of use before its end is known: what is flushed leaves at once. */
public interface LiveOutput extends StreamingOutput {}
