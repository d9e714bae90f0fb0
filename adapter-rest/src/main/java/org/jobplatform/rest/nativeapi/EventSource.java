package org.jobplatform.rest.nativeapi;

import java.io.IOException;

/** Where the events of one stream come from. Used by one thread. */
interface EventSource {
    /** How it goes on. */
    enum Next {
        /** There is more already. */
        MORE,
        /** Something may come. */
        WAIT,
        /** Nothing comes any more. */
        END
    }

    /** Writes what is new, not too much at once. */
    Next write(EventWriter events) throws IOException;

    /** What a client brings to go on from here. */
    String position();
}
