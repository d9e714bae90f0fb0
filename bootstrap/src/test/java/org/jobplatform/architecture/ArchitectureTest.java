package org.jobplatform.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.jobplatform.application.canary.AsksTheClock;
import org.jobplatform.application.canary.SeesGuice;
import org.jobplatform.application.canary.SeesTheHttpClient;
import org.jobplatform.bootstrap.canary.MakesAState;
import org.jobplatform.bootstrap.canary.SeesBootstrapCanary;
import org.jobplatform.callback.canary.SeesPersistence;
import org.jobplatform.domain.job.JobSeesRun;
import org.jobplatform.domain.job.canary.SeesJackson;
import org.jobplatform.rest.canary.CallsAPort;
import org.jobplatform.rest.canary.SeesHibernate;
import org.jobplatform.runner.canary.SeesBootstrap;
import org.jobplatform.runner.canary.SeesJaxRs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
    @ParameterizedTest
    @MethodSource("rules")
    void productShouldKeepEveryRule(ArchRule rule, List<Class<?>> canary) {
        rule.check(Product.CLASSES);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void ruleShouldCatchItsCanary(ArchRule rule, List<Class<?>> canary) {
        JavaClasses broken = new ClassFileImporter().importClasses(canary);

        assertThat(rule.evaluate(broken).hasViolation())
                .as("the rule catches %s: %s", canary, rule.getDescription())
                .isTrue();
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                arguments(Rules.DOMAIN_SEES_ONLY_ITSELF, List.of(SeesJackson.class)),
                arguments(Rules.APPLICATION_SEES_ONLY_THE_CORE, List.of(SeesGuice.class)),
                arguments(
                        Rules.CONCEPTS_HAVE_ONE_DIRECTION,
                        List.of(JobSeesRun.class, org.jobplatform.domain.run.RunSeesJob.class)),
                arguments(Rules.JOBS_DO_NOT_KNOW_RUNS, List.of(JobSeesRun.class)),
                arguments(Rules.REST_CALLS_NO_PORT, List.of(CallsAPort.class)),
                arguments(
                        Rules.ADAPTERS_DO_NOT_KNOW_EACH_OTHER,
                        List.of(SeesPersistence.class, org.jobplatform.persistence.Database.class)),
                arguments(
                        Rules.ADAPTERS_DO_NOT_KNOW_BOOTSTRAP, List.of(SeesBootstrap.class, SeesBootstrapCanary.class)),
                arguments(Rules.ONLY_PERSISTENCE_TOUCHES_THE_DATABASE, List.of(SeesHibernate.class)),
                arguments(Rules.ONLY_REST_TOUCHES_JAX_RS, List.of(SeesJaxRs.class)),
                arguments(Rules.ONLY_CALLBACK_TOUCHES_THE_HTTP_CLIENT, List.of(SeesTheHttpClient.class)),
                arguments(Rules.ONLY_BOOTSTRAP_TOUCHES_GUICE, List.of(SeesGuice.class)),
                arguments(Rules.CORE_HAS_NO_CLOCK_OR_CHANCE, List.of(AsksTheClock.class)),
                arguments(Rules.STATES_ARE_MADE_BY_TRANSITIONS, List.of(MakesAState.class)));
    }
}
