package org.jobplatform.rest.json;

/**
 * How forgiving a dialect's JSON is. Everything not named here is strict for all of them.
 *
 * @param unknownFieldsRefused a field the reader never asked for is a problem
 * @param trailingComma {@code {"a":1,}} is accepted
 * @param numberAsText a number is accepted where text is wanted, as its digits
 * @param textAsValue text is accepted for the value it spells, as formats need that know nothing but text: {@code true} or
 *     {@code 1}, {@code false} or {@code 0}, a whole number, and empty text for an object without members; white space
 *     around it does not count
 */
public record JsonRules(
        boolean unknownFieldsRefused, boolean trailingComma, boolean numberAsText, boolean textAsValue) {
    /** For new interfaces: nothing is forgiven. */
    public static final JsonRules STRICT = new JsonRules(true, false, false, false);

    /** For old clients: unknown fields are ignored, a number may stand for text. */
    public static final JsonRules LENIENT = new JsonRules(false, false, true, false);

    /** As {@link #LENIENT}, and a comma may follow the last member. */
    public static final JsonRules TRAILING_COMMA = new JsonRules(false, true, true, false);

    /** For old clients whose requests may come as XML or as a form: as {@link #LENIENT}, and text may stand for any value. */
    public static final JsonRules TEXTUAL = new JsonRules(false, false, true, true);
}
