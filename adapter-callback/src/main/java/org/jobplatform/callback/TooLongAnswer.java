package org.jobplatform.callback;

import java.io.IOException;

/** A receiver sends more than anyone wants to read. */
final class TooLongAnswer extends IOException {

    private static final long serialVersionUID = 1L;

    TooLongAnswer(int bytes) {
        super("the answer has more than " + bytes + " bytes");
    }
}
