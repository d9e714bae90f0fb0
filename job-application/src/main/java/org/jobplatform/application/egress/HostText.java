package org.jobplatform.application.egress;

import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jobplatform.application.network.IpLiteral;

/**
 * Reads a host without brackets: a name or an IPv4 address. Names become ASCII first, because full-width digits and letters turn
 * into plain ones on the way.
 */
final class HostText {

    private static final int LONGEST_NAME = 253;
    private static final Pattern OTHER_DOTS = Pattern.compile("[\u3002\uFF0E\uFF61]");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");

    /** Sharp s, final sigma and the joiners: the two generations of the IDN standard make different names of these. */
    private static final Pattern AMBIGUOUS = Pattern.compile("[\u00DF\u03C2\u200C\u200D]");

    private HostText() {}

    static Host parse(String text) throws UnusableUrl {
        List<String> labels = labels(text);
        String name = String.join(".", labels);
        if (name.length() > LONGEST_NAME) {
            throw new UnusableUrl("the host name is longer than " + LONGEST_NAME + " characters");
        }
        if (!NUMBER.matcher(labels.getLast()).matches()) {
            return new Host.Name(name);
        }
        // 127.1, 2130706433, 0177.0.0.1 and 0x7f000001 are addresses to some resolvers and different ones to others.
        return IpLiteral.ipv4(name)
                .filter(address -> text.equals(name))
                .map(Host.Literal::new)
                .orElseThrow(() -> new UnusableUrl("the host is an IPv4 address in a form other than a.b.c.d"));
    }

    private static List<String> labels(String text) throws UnusableUrl {
        String dotted = OTHER_DOTS.matcher(text).replaceAll(".");
        String relative = dotted.endsWith(".") ? dotted.substring(0, dotted.length() - 1) : dotted;
        List<String> labels = new ArrayList<>();
        for (String label : relative.split("\\.", -1)) {
            labels.add(asciiLabel(label));
        }
        return labels;
    }

    private static String asciiLabel(String label) throws UnusableUrl {
        String ascii = label.chars().allMatch(unit -> unit < 128) ? label.toLowerCase(Locale.ROOT) : punycode(label);
        if (!LABEL.matcher(ascii).matches()) {
            throw new UnusableUrl(
                    "the host is not a valid host name: a label is 1 to 63 letters, digits and inner hyphens");
        }
        if (ascii.startsWith("xn--") && !Punycode.isValid(ascii.substring(4))) {
            throw new UnusableUrl("the host is not a valid host name: a label that begins with xn-- is not punycode");
        }
        return ascii;
    }

    private static String punycode(String label) throws UnusableUrl {
        if (AMBIGUOUS.matcher(label).find()) {
            throw new UnusableUrl("the host name has more than one spelling in ASCII; write it in its xn-- form");
        }
        try {
            return IDN.toASCII(label, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notMappable) {
            throw new UnusableUrl("the host is not a valid international host name");
        }
    }
}
