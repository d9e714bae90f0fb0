package org.jobplatform.domain.callback;

/**
 * What a receiver is told: rendered once when the run ends, and sent unchanged in every attempt.
 *
 * @param mediaType of the text
 * @param text sent as UTF-8
 */
public record CallbackBody(String mediaType, String text) {}
