package org.jobplatform.rest.starfish;

import jakarta.ws.rs.core.MediaType;

/** The media types of the dialect. */
final class MediaTypes {
    static final String JSON = MediaType.APPLICATION_JSON;
    static final String TEXT_JSON = "text/json";
    static final String XML = MediaType.APPLICATION_XML;
    static final String TEXT_XML = MediaType.TEXT_XML;
    static final String FORM = MediaType.APPLICATION_FORM_URLENCODED;

    private MediaTypes() {}

    static boolean isXml(MediaType type) {
        return type.getSubtype().equalsIgnoreCase("xml");
    }

    static boolean isForm(MediaType type) {
        return type.getSubtype().equalsIgnoreCase("x-www-form-urlencoded");
    }
}
