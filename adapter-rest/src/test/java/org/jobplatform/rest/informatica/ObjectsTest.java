package org.jobplatform.rest.informatica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobplatform.rest.informatica.InformaticaFixture.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jobplatform.rest.informatica.InformaticaFixture.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectsTest {
    private final InformaticaFixture fixture = new InformaticaFixture();

    @BeforeEach
    void addJobs() {
        fixture.addJob("4711", "Sales/Nightly", "Load", "DSS");
        fixture.addJob("4712", "Sales", "Twice", "MTT");
        fixture.addJob("4713", "Stock", "Twice", "SHELL");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private Answer lookUp(String singleQuoted) {
        return fixture.post("/saas/public/core/v3/lookup", singleQuoted.replace('\'', '"'));
    }

    private static List<String> paths(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        List<String> paths = new ArrayList<>();
        answer.at("objects")
                .forEach(object -> paths.add(
                        object.path("type").asText() + ":" + object.path("path").asText()));
        return paths;
    }

    private Answer list(String query) {
        return fixture.get("/public/core/v3/objects" + query);
    }

    private Answer where(String condition) {
        return list("?q=" + URLEncoder.encode(condition, StandardCharsets.UTF_8));
    }

    @Test
    void lookupByPathShouldAnswerWithWhatAStartNeeds() {
        Answer answer = lookUp("{'objects':[{'path':'Default/MappingTask1','type':'MTT'}]}");
        assertThat(answer.body())
                .isEqualTo(json("{'objects':[{'id':'federated-0100000Z000009','path':'Default/MappingTask1',"
                        + "'type':'MTT','description':'','updatedBy':'alice',"
                        + "'updateTime':'2026-01-01T08:00:00.000Z'}]}"));
        String id = answer.at("objects").path(0).path("id").asText();
        assertThat(fixture.post("/api/v2/job", "{\"taskFederatedId\":\"" + id + "\",\"taskType\":\"MTT\"}")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'id':'federated-4711'}                                        | DSS:Sales/Nightly/Load
            {'objects':[{'id':'federated-4711'}]}                          | DSS:Sales/Nightly/Load
            {'objects':[{'id':'federated-4711','type':'dss'}]}             | DSS:Sales/Nightly/Load
            {'objects':[{'id':'federated-4711','type':'MTT'}]}             | ""
            {'objects':[{'id':'federated-4711','path':'Sales/Other'}]}     | ""
            {'objects':[{'path':'Sales/Twice','type':'mtt'}]}              | MTT:Sales/Twice
            {'objects':[{'path':'Stock/Twice','type':'Mtt'}]}              | MTT:Stock/Twice
            {'objects':[{'path':'Twice','type':'MTT'}]}                    | ""
            {'objects':[{'path':'sales/Twice','type':'MTT'}]}              | ""
            {'objects':[{'path':'Sales','type':'PROJECT'}]}                | Project:Sales
            {'objects':[{'path':'Sales/Nightly','type':'folder'}]}         | Folder:Sales/Nightly
            {'objects':[{'path':'Sales/Nightly','type':'Project'}]}        | ""
            {'objects':[{'path':'FF_Conn_1','type':'Connection'}]}         | ""
            {'objects':[{'path':'a\\\\b ; --','type':'MTT'}]}              | ""
            {'objects':[{'id':'{}'},{'path':'/','type':'MTT'}]}            | ""
            {'objects':[],}                                                | ""
            """)
    void lookupShouldAnswerWithTheObjectsThatExist(String body, String expected) {
        assertThat(String.join(" ", paths(lookUp(body)))).isEqualTo(expected);
    }

    @Test
    void lookupOfSeveralShouldKeepTheirOrderAndLeaveOutTheUnknown() {
        Answer answer = lookUp("{'objects':[{'path':'Sales','type':'Project'},{'id':'nobody'},"
                + "{'path':'Default/MappingTask1','type':'MTT'},{'id':'federated-4711'}]}");
        assertThat(paths(answer))
                .containsExactly("Project:Sales", "MTT:Default/MappingTask1", "DSS:Sales/Nightly/Load");
    }

    @Test
    void placeShouldBeFoundByTheIdItWasListedWith() {
        JsonNode folder = where("type=='Folder'").at("objects").path(0);
        assertThat(paths(lookUp("{'objects':[{'id':'" + folder.path("id").asText() + "'}]}")))
                .containsExactly("Folder:Sales/Nightly");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {}                                                | objects is missing
            {'objects':[{}]}                                  | objects[0].id is missing, and so is path
            {'objects':[{'id':'a'},{'path':'Default/x'}]}     | objects[1].type is missing
            {'objects':'x'}                                   | objects must be an array
            {'objects':['x']}                                 | objects[0] must be an object
            {'objects':[{'id':['a']}]}                        | objects[0].id must be text
            {'objects':[{'id':'a\\u0000b'}]}                  | objects[0].id
            """)
    void malformedLookupShouldBeNamed(String body, String problem) {
        Answer answer = lookUp(body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("error").path("code").asText()).isEqualTo("IDS_001");
        assertThat(answer.at("error").path("message").asText()).startsWith(problem);
    }

    @Test
    void listShouldHoldWholeObjects() {
        assertThat(where("type=='MTT' and location=='Default'").body())
                .isEqualTo(json("{'count':1,'objects':[{'id':'federated-0100000Z000009','path':'Default/MappingTask1',"
                        + "'type':'MTT','description':'','updatedBy':'alice',"
                        + "'updateTime':'2026-01-01T08:00:00.000Z','tags':[],'customAttributes':{}}]}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            type=='mtt'                                     | MTT:Default/MappingTask1 MTT:Sales/Twice MTT:Stock/Twice
            type=="MTT" AND location=="Sales"               | MTT:Sales/Twice
             location == 'Sales'  and  type == 'MTT'        | MTT:Sales/Twice
            type=='Project'                                 | Project:Default Project:Sales Project:Stock
            type=='FOLDER'                                  | Folder:Sales/Nightly
            location=='Sales'                               | Folder:Sales/Nightly MTT:Sales/Twice
            location=='Sales/Nightly'                       | DSS:Sales/Nightly/Load
            location=='sales'                               | ``
            location=='%'                                   | ``
            type=='MTT' and type=='DSS'                     | ``
            type=='DTEMPLATE'                               | ``
            """)
    void listShouldHoldWhatTheQueryAsksFor(String query, String expected) {
        assertThat(String.join(" ", paths(where(query)))).isEqualTo(expected);
    }

    @Test
    void listWithoutQueryShouldHoldEverything() {
        assertThat(paths(list("/?unknown=1")))
                .containsExactly(
                        "Project:Default",
                        "MTT:Default/MappingTask1",
                        "WORKFLOW:Default/taskName",
                        "Project:Sales",
                        "Folder:Sales/Nightly",
                        "DSS:Sales/Nightly/Load",
                        "MTT:Sales/Twice",
                        "Project:Stock",
                        "MTT:Stock/Twice");
    }

    @Test
    void queryShouldBeReadableAsTheVendorWritesIt() {
        for (String space : new String[] {"%20", "+"}) {
            assertThat(paths(list("?q=type=='MTT'" + space + "and" + space + "location=='Default'&limit=200&skip=0")))
                    .containsExactly("MTT:Default/MappingTask1");
        }
    }

    @Test
    void pagesShouldCountAllAndEndEmpty() {
        Answer first = list("?limit=2");
        assertThat(paths(first)).containsExactly("Project:Default", "MTT:Default/MappingTask1");
        assertThat(first.at("count").asInt()).isEqualTo(9);
        assertThat(paths(list("?limit=2&skip=8"))).containsExactly("MTT:Stock/Twice");
        assertThat(paths(list("?skip=9"))).isEmpty();
        assertThat(paths(list("?skip=9223372036854775807"))).isEmpty();
        for (int job = 0; job < 250; job++) {
            fixture.addJob("p" + job, "Many", "Job " + job, "PCS");
        }
        for (String limit : new String[] {"0", "201", "9223372036854775807"}) {
            Answer most = list("?limit=" + limit);
            assertThat(most.at("objects")).hasSize(200);
            assertThat(most.at("count").asInt()).isEqualTo(260);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            q=type                                      | q must be conditions
            q=type=='MTT                                | q must be conditions
            q=type=='MTT' and                           | q has something else than and
            q=type=='MTT' or type=='DSS'                | q has something else than and
            q=type=='MTT'location=='Default'            | q has something else than and
            q=(type=='MTT')                             | q must be conditions
            q=type!='MTT'                               | q can compare by == only
            q=updatedBy=='alice'                        | q can ask for type and location only
            q=updateTime>'2026-01-01T00:00:00Z'         | q can ask for type and location only
            q=tag=='x'                                  | q can ask for type and location only
            q=password=='x'                             | q asks for a field that is not known
            q=type=='MTT'&q=type=='DSS'                 | q is given several times
            limit=-1                                    | limit must be
            limit=x                                     | limit must be
            skip=-1                                     | skip must be
            skip=9223372036854775808                    | skip is too large
            """)
    void malformedQueryShouldBeNamed(String query, String problem) {
        Answer answer = list("?" + query.replace(" ", "%20").replace(">", "%3E"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("error").path("code").asText()).isEqualTo("IDS_001");
        assertThat(answer.at("error").path("message").asText()).startsWith(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/public/core/v3/", "/saas/public/core/v3/"})
    void everySpellingOfTheAddressesShouldAnswer(String prefix) {
        for (String slash : new String[] {"", "/"}) {
            assertThat(fixture.get(prefix + "objects" + slash).status()).isEqualTo(200);
            assertThat(fixture.post(prefix + "lookup" + slash, "{\"objects\":[]}")
                            .status())
                    .isEqualTo(200);
        }
    }
}
