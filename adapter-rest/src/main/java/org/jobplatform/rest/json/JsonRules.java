package org.jobplatform.rest.json;

/**
 * How forgiving a dialect's JSON is. Everything not named here is strict for all of them.
 *
 * @param unknownFieldsRefused a field the reader never asked for is a problem
 * @param trailingComma {@code {"a":1,}} is accepted
 * @param numberAsText a number is accepted where text is wanted, as its digits
 */
public record JsonRules(boolean unknownFieldsRefused, boolean trailingComma, boolean numberAsText) {
    /** For new interfaces: nothing is forgiven. */
    public static final JsonRules STRICT = new JsonRules(true, false, false);

    /** For old clients: unknown fields are ignored, a number may stand for text. */
    public static final JsonRules LENIENT = new JsonRules(false, false, true);

    /** As {@link #LENIENT}, and a comma may follow the last member. */
    public static final JsonRules TRAILING_COMMA = new JsonRules(false, true, true);
}
