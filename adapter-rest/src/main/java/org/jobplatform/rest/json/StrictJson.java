package org.jobplatform.rest.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Makes the mappers: no coercion, no duplicate names, no polymorphic typing, small limits. */
public final class StrictJson {
    /** Deepest nesting of objects and arrays. */
    public static final int MAX_DEPTH = 64;

    /** Longest text, in characters. */
    public static final int MAX_TEXT = 256 * 1024;

    private static final int MAX_NAME = 256;
    private static final int MAX_DIGITS = 32;
    private static final int MAX_TOKENS = 10_000;

    private StrictJson() {}

    /** A mapper for reading and writing under these rules; immutable by convention and safe for all threads. */
    public static JsonMapper mapper(JsonRules rules) {
        JsonMapper.Builder builder = JsonMapper.builder(factory(rules))
                .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, rules.unknownFieldsRefused())
                .enable(
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(MapperFeature.BLOCK_UNSAFE_POLYMORPHIC_BASE_TYPES)
                .addModule(new IsoTimes())
                .withCoercionConfigDefaults(coercions -> {
                    for (CoercionInputShape shape : CoercionInputShape.values()) {
                        coercions.setCoercion(shape, CoercionAction.Fail);
                    }
                });
        return builder.build();
    }

    private static JsonFactory factory(JsonRules rules) {
        return new JsonFactoryBuilder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
                .disable(JsonFactory.Feature.CHARSET_DETECTION)
                .configure(JsonReadFeature.ALLOW_TRAILING_COMMA, rules.trailingComma())
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxStringLength(MAX_TEXT)
                        .maxNameLength(MAX_NAME)
                        .maxNumberLength(MAX_DIGITS)
                        .maxTokenCount(MAX_TOKENS)
                        .build())
                .build();
    }
}
