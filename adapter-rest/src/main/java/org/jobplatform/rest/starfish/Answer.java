package org.jobplatform.rest.starfish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jobplatform.rest.json.JsonRules;
import org.jobplatform.rest.json.StrictJson;
import org.jobplatform.rest.xml.XmlElement;
import org.jobplatform.rest.xml.XmlWriter;

/**
 * An answer that can be written as JSON and as XML. In XML its members stand in the order of their names, since readers of
 * the vendor's framework pass over what stands elsewhere.
 *
 * @param name of its type, or of the type of its items when it is an array
 */
record Answer(String name, JsonNode value) {
    private static final String NAMESPACE = "http://schemas.datacontract.org/2004/07/StarfishAPI.Controllers";
    private static final JsonMapper JSON = StrictJson.mapper(JsonRules.STRICT);

    static Answer of(ExecJobAsyncResponse response) {
        return new Answer(ExecJobAsyncResponse.NAME, JSON.valueToTree(response));
    }

    static Answer of(ExecJobResponse response) {
        return new Answer(ExecJobResponse.NAME, JSON.valueToTree(response));
    }

    static Answer of(List<ResultsResponse> rows) {
        return new Answer(ResultsResponse.NAME, JSON.valueToTree(rows));
    }

    String json() {
        return value.toString();
    }

    String xml() {
        return XmlWriter.write(
                value instanceof ArrayNode rows
                        ? XmlElement.of(
                                NAMESPACE,
                                "ArrayOf" + name,
                                rows.valueStream()
                                        .map(row -> element(name, row))
                                        .toList())
                        : element(name, value));
    }

    private static XmlElement element(String name, JsonNode value) {
        if (value instanceof ObjectNode object) {
            Map<String, JsonNode> members = new TreeMap<>();
            object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
            return XmlElement.of(
                    NAMESPACE,
                    name,
                    members.entrySet().stream()
                            .map(member -> element(member.getKey(), member.getValue()))
                            .toList());
        }
        return value.isNull() ? XmlElement.nil(NAMESPACE, name) : XmlElement.of(NAMESPACE, name, value.asText());
    }
}
