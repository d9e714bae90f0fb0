package org.jobplatform.rest.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jobplatform.application.limit.Rate;
import org.jobplatform.application.usecase.Caller;
import org.jobplatform.domain.access.AccessFailure;
import org.jobplatform.domain.access.Grants;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.domain.access.Role;
import org.jobplatform.domain.job.ProjectPath;
import org.jobplatform.domain.run.Dialect;
import org.jobplatform.rest.RestFixture;
import org.jobplatform.rest.json.JsonRules;
import org.jobplatform.rest.server.ProblemDetails;
import org.jobplatform.rest.server.Refusal;
import org.jobplatform.rest.server.RestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessControlTest {
    private static final Duration IDLE = Duration.ofMinutes(30);

    private final HttpClient client = HttpClient.newHttpClient();
    private final RestFixture platform = new RestFixture();

    @BeforeEach
    void addUsers() {
        platform.addUser("vera", "vera's password", Role.VIEWER);
        platform.addUser("olga", "olga's password", Role.OPERATOR);
    }

    @AfterEach
    void close() {
        client.close();
        platform.close();
    }

    /** What the tests call. */
    @Path("/guarded")
    public static final class Guarded {
        @GET
        @Requires(Permission.RUN_START)
        public String start(@Context ContainerRequestContext request) {
            Caller caller = Callers.caller(request, Dialect.NATIVE);
            return caller.dialect() + " " + caller.name() + " " + caller.source();
        }

        @GET
        @Path("own")
        @SignedIn
        public String own(@Context ContainerRequestContext request) {
            return Callers.principal(request).name();
        }

        @GET
        @Path("all")
        @Requires(Permission.ADMINISTER)
        public String all() {
            return "all";
        }

        @GET
        @Path("open")
        @Open
        public String open() {
            return "open";
        }
    }

    /** Says not who may call it. */
    @Path("/silent")
    public static final class Silent {
        @GET
        @Path("read")
        public String read() {
            return "";
        }

        @POST
        @Requires(Permission.JOB_READ)
        @Open
        public String both() {
            return "";
        }

        @GET
        @Path("clear")
        @Open
        public String clear() {
            return "";
        }
    }

    /** Hides what may be called. */
    @Path("/hidden")
    public static final class Hidden {
        @Path("more")
        public Guarded more() {
            return new Guarded();
        }
    }

    private RestServer serve(List<?> resources, String... prefixes) {
        ProblemDetails errors = new ProblemDetails(failure -> switch (failure) {
            case AccessFailure.Unauthenticated ignored -> Optional.of(Refusal.of(401, "Who are you?"));
            case AccessFailure.Denied ignored -> Optional.of(Refusal.of(403, "You may not."));
            default -> Optional.empty();
        });
        return platform.serve(
                List.of(new org.jobplatform.rest.server.ServedDialect(
                        "test", List.of("/guarded"), errors, JsonRules.STRICT)),
                resources,
                List.of(new BearerToken(List.of(prefixes))));
    }

    private HttpResponse<String> send(RestServer server, String method, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(RestFixture.uri(server, path))
                .timeout(Duration.ofSeconds(20))
                .method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private String logIn(String user) {
        return platform.credentials()
                .logIn(user, user + "'s password", IDLE, "")
                .token();
    }

    @Test
    void requestShouldReachMethodWhenItsSenderMay() throws IOException, InterruptedException {
        RestServer server = serve(List.of(new Guarded()), "/guarded");
        HttpResponse<String> answer = send(server, "GET", "/guarded", "Authorization", "Bearer " + logIn("olga"));
        assertThat(answer.body()).isEqualTo("NATIVE olga 127.0.0.1");
    }

    @Test
    void requestShouldBeRefusedWhenItHasNoCredential() throws IOException, InterruptedException {
        RestServer server = serve(List.of(new Guarded()), "/guarded");
        HttpResponse<String> answer = send(server, "GET", "/guarded");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic b2xnYTpvbGdhJ3MgcGFzc3dvcmQ=",
                "Bearer unknown",
                "Bearer",
                "Bearer ",
                "Token %s",
                "%s",
                "Bearer %s extra",
                "Bearer %s, Bearer %s",
                "Bearer %s\u00e9"
            })
    void requestShouldBeRefusedWhenItsCredentialIsNoGoodBearerToken(String authorization)
            throws IOException, InterruptedException {
        RestServer server = serve(List.of(new Guarded()), "/guarded");
        String header = authorization.replace("%s", logIn("olga"));
        assertThat(send(server, "GET", "/guarded", "Authorization", header).statusCode())
                .isEqualTo(401);
    }

    @Test
    void requestShouldBeRefusedWhenItsSessionHasExpired() throws IOException, InterruptedException {
        RestServer server = serve(List.of(new Guarded()), "/guarded");
        String token = logIn("olga");
        platform.time().advance(IDLE);
        assertThat(send(server, "GET", "/guarded", "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void requestShouldBeDeniedWhenItsSendersRoleAllowsLess() throws IOException, InterruptedException {
        RestServer server = serve(List.of(new Guarded()), "/guarded");
        assertThat(send(server, "GET", "/guarded", "Authorization", "Bearer " + logIn("vera"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void requestShouldReachMethodWhenItsSenderMayInSomeProject() throws IOException, InterruptedException {
        platform.addUser("sally", "sally's password", Grants.in(new ProjectPath("Sales"), Role.ADMIN));
        RestServer server = serve(List.of(new Guarded()), "/guarded");
        String token = logIn("sally");
        assertThat(send(server, "GET", "/guarded", "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(200);
        assertThat(send(server, "GET", "/guarded/all", "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void everybodyWithAGoodCredentialShouldReachWhatIsTheirs() throws IOException, InterruptedException {
        platform.addUser("nora", "nora's password", Grants.NONE);
        RestServer server = serve(List.of(new Guarded()), "/guarded");
        String token = logIn("nora");
        assertThat(send(server, "GET", "/guarded/own", "Authorization", "Bearer " + token)
                        .body())
                .isEqualTo("nora");
        assertThat(send(server, "GET", "/guarded", "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(server, "GET", "/guarded/own").statusCode()).isEqualTo(401);
    }

    @Test
    void requestShouldReachOpenMethodWithoutCredential() throws IOException, InterruptedException {
        RestServer server = serve(List.of(new Guarded()), "/guarded");
        assertThat(send(server, "GET", "/guarded/open").body()).isEqualTo("open");
    }

    @Test
    void requestShouldBeRefusedWhenNobodyReadsCredentialsOfItsPath() throws IOException, InterruptedException {
        RestServer server = serve(List.of(new Guarded()), "/guard", "/guarded/open");
        assertThat(send(server, "GET", "/guarded", "Authorization", "Bearer " + logIn("olga"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void headShouldNeedWhatGetNeeds() throws IOException, InterruptedException {
        RestServer server = serve(List.of(new Guarded()), "/guarded");
        assertThat(send(server, "HEAD", "/guarded").statusCode()).isEqualTo(401);
        assertThat(send(server, "HEAD", "/guarded", "Authorization", "Bearer " + logIn("olga"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void optionsShouldBeRefusedSinceNoMethodAllowsThem() throws IOException, InterruptedException {
        RestServer server = serve(List.of(new Guarded()), "/guarded");
        assertThat(send(server, "OPTIONS", "/guarded/open").statusCode()).isEqualTo(401);
        assertThat(send(server, "OPTIONS", "/guarded/open", "Authorization", "Bearer " + logIn("olga"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void serverShouldNotStartWhenMethodsDoNotSayWhoMayCallThem() {
        assertThatThrownBy(() -> serve(List.of(new Guarded(), new Silent()), "/guarded"))
                .hasMessageContaining("GET /silent/read (Silent.read)")
                .hasMessageContaining("POST /silent (Silent.both)")
                .message()
                .doesNotContain("Silent.clear", "Guarded");
    }

    @Test
    void serverShouldNotStartWhenSubResourcesAreNotKnownBeforehand() {
        assertThatThrownBy(() -> serve(List.of(new Hidden()), "/guarded")).hasMessageContaining("Hidden.more");
    }

    @Test
    void twoReadersOfOnePrefixShouldBeRefused() {
        BearerToken reader = new BearerToken(List.of("/guarded"));
        assertThatThrownBy(() -> new AccessControl(platform.credentials(), List.of(reader, reader)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/guarded");
    }

    @Test
    void userShouldStartNoOftenerThanItMayWhateverOthersDo() throws IOException, InterruptedException {
        platform.addUser("otto", "otto's password", Role.OPERATOR);
        platform.limit(new CallRates(Optional.of(new Rate(1, () -> 0)), Optional.empty()));
        RestServer server = serve(List.of(new Guarded()), "/guarded");
        String token = "Bearer " + logIn("olga");

        assertThat(send(server, "GET", "/guarded", "Authorization", token).statusCode())
                .isEqualTo(200);
        HttpResponse<String> refused = send(server, "GET", "/guarded", "Authorization", token);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        assertThat(send(server, "GET", "/guarded", "Authorization", "Bearer " + logIn("otto"))
                        .statusCode())
                .isEqualTo(200);
    }
}
