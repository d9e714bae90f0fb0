package org.jobplatform.application.port;

import java.util.Arrays;

/** A part of some bytes, as stores read it: less at the end, nothing beyond. */
final class Slice {
    private Slice() {}

    static byte[] of(byte[] bytes, long offset, int length) {
        int from = (int) Math.min(offset, bytes.length);
        return Arrays.copyOfRange(bytes, from, (int) Math.min((long) from + length, bytes.length));
    }
}
