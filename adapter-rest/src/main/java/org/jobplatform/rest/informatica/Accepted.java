package org.jobplatform.rest.informatica;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a client says it accepts, as far as errors need to know: they have no resource method that the server could ask. */
final class Accepted {
    private static final Pattern WEIGHT = Pattern.compile(";\\s*q\\s*=\\s*([01](?:\\.[0-9]{0,3})?)\\s*(?:;|$)");

    private Accepted() {}

    /** Whether XML is wanted more than JSON. */
    static boolean isXmlPreferred(String accept) {
        return weight(accept, "application/xml") > weight(accept, "application/json");
    }

    /** The weight of the range that fits best; 0 when none does. */
    private static double weight(String accept, String type) {
        double weight = 0;
        int best = 0;
        for (String range : accept.toLowerCase(Locale.ROOT).split(",", -1)) {
            int fit = fit(range.split(";", 2)[0].strip(), type);
            if (fit > best) {
                best = fit;
                Matcher given = WEIGHT.matcher(range);
                weight = given.find() ? Double.parseDouble(given.group(1)) : 1;
            }
        }
        return weight;
    }

    private static int fit(String range, String type) {
        return range.equals(type) ? 3 : range.equals("application/*") ? 2 : range.equals("*/*") ? 1 : 0;
    }
}
