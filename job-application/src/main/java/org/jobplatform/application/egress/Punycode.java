package org.jobplatform.application.egress;

/** Tells whether a text decodes as punycode (RFC 3492, 6.2); the JDK's own decoder passes broken text through unchanged. */
final class Punycode {

    private static final int BASE = 36;
    private static final int LEAST = 1;
    private static final int MOST = 26;
    private static final int FIRST_CODE_POINT = 128;
    private static final int FIRST_BIAS = 72;

    private Punycode() {}

    /**
     * Whether the text stands for at least one character outside ASCII.
     *
     * @param encoded lower case ASCII without the {@code xn--}, short enough for a label
     */
    static boolean isValid(String encoded) {
        int hyphen = encoded.lastIndexOf('-');
        int length = Math.max(hyphen, 0);
        int at = hyphen > 0 ? hyphen + 1 : 0;
        long point = FIRST_CODE_POINT;
        long index = 0;
        int bias = FIRST_BIAS;
        while (at < encoded.length()) {
            long before = index;
            long weight = 1;
            for (int k = BASE; ; k += BASE) {
                int digit = at < encoded.length() ? digit(encoded.charAt(at++)) : -1;
                index += digit * weight;
                if (digit < 0 || index > Integer.MAX_VALUE) {
                    return false;
                }
                int threshold = Math.clamp(k - bias, LEAST, MOST);
                if (digit < threshold) {
                    break;
                }
                weight *= BASE - threshold;
            }
            length++;
            bias = adapted(index - before, length, before == 0);
            point += index / length;
            index = index % length + 1;
            if (point > Character.MAX_CODE_POINT || !isText((int) point)) {
                return false;
            }
        }
        return length > Math.max(hyphen, 0);
    }

    private static boolean isText(int point) {
        return !Character.isISOControl(point) && Character.getType(point) != Character.SURROGATE;
    }

    private static int digit(char symbol) {
        if (symbol >= 'a' && symbol <= 'z') {
            return symbol - 'a';
        }
        return symbol >= '0' && symbol <= '9' ? symbol - '0' + 26 : -1;
    }

    private static int adapted(long delta, int length, boolean first) {
        long scaled = first ? delta / 700 : delta / 2;
        scaled += scaled / length;
        int k = 0;
        while (scaled > (BASE - LEAST) * MOST / 2) {
            scaled /= BASE - LEAST;
            k += BASE;
        }
        return (int) (k + (BASE - LEAST + 1) * scaled / (scaled + 38));
    }
}
