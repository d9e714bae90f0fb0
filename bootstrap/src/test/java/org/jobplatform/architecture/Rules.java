package org.jobplatform.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jobplatform.domain.run.RunState;

/** What may know what. */
final class Rules {
    private static final String DOMAIN = "org.jobplatform.domain..";
    private static final String APPLICATION = "org.jobplatform.application..";
    private static final String[] CORE = {DOMAIN, APPLICATION};

    /** Values and kinds of answer that use cases hand out, and the one port that a dialect implements. */
    private static final Set<String> PORT_TYPES_FOR_REST = Set.of("AddResult", "CallbackFormat");

    private static final Map<String, Set<String>> FORBIDDEN_CALLS = Map.of(
            "java.time.Instant", Set.of("now"),
            "java.time.Clock", Set.of("systemUTC", "systemDefaultZone", "system"),
            "java.time.InstantSource", Set.of("system"),
            "java.lang.System", Set.of("currentTimeMillis", "nanoTime", "getenv", "getProperty"),
            "java.lang.Thread", Set.of("sleep", "start", "ofVirtual", "ofPlatform", "startVirtualThread"),
            "java.util.UUID", Set.of("randomUUID"),
            "java.lang.Math", Set.of("random"));

    static final ArchRule DOMAIN_SEES_ONLY_ITSELF = classes()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(DOMAIN, "java..", "org.jspecify.annotations.."))
            .because("other services use the domain as a library, whatever their framework");

    static final ArchRule APPLICATION_SEES_ONLY_THE_CORE = classes()
            .that()
            .resideInAPackage(APPLICATION)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(DOMAIN, APPLICATION, "java..", "org.jspecify.annotations.."))
            .because("the use cases must not care how runs are stored, carried out or asked for");

    static final ArchRule CONCEPTS_HAVE_ONE_DIRECTION = slices().matching("org.jobplatform.domain.(*)..")
            .should()
            .beFreeOfCycles()
            .because("each concept can be read without those that build on it");

    static final ArchRule JOBS_DO_NOT_KNOW_RUNS = noClasses()
            .that()
            .resideInAnyPackage("org.jobplatform.domain.job..", "org.jobplatform.domain.access..")
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("org.jobplatform.domain.run..", "org.jobplatform.domain.callback.."))
            .because("the direction is job, run, callback");

    static final ArchRule REST_CALLS_NO_PORT = noClasses()
            .that()
            .resideInAPackage("org.jobplatform.rest..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.jobplatform.application.port..")
                    .and(INTERFACES)
                    .and(not(namedOneOf(PORT_TYPES_FOR_REST))))
            .because("what a dialect may do goes through a use case, where every dialect meets the same rules");

    static final ArchRule ADAPTERS_DO_NOT_KNOW_EACH_OTHER = slices().matching(
                    "org.jobplatform.(rest|persistence|callback|runner)..")
            .should()
            .notDependOnEachOther()
            .because("each adapter can be replaced without the others");

    static final ArchRule ADAPTERS_DO_NOT_KNOW_BOOTSTRAP = noClasses()
            .that()
            .resideOutsideOfPackage("org.jobplatform.bootstrap..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.jobplatform.bootstrap.."))
            .because("wiring is the outermost ring");

    static final ArchRule ONLY_PERSISTENCE_TOUCHES_THE_DATABASE = noClasses()
            .that()
            .resideOutsideOfPackage("org.jobplatform.persistence..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "org.hibernate..",
                    "jakarta.persistence..",
                    "com.zaxxer..",
                    "org.flywaydb..",
                    "org.h2..",
                    "org.postgresql..",
                    "java.sql..",
                    "javax.sql.."))
            .because("no transaction outlives a port call");

    static final ArchRule ONLY_REST_TOUCHES_JAX_RS = noClasses()
            .that()
            .resideOutsideOfPackage("org.jobplatform.rest..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("jakarta.ws.rs..", "org.glassfish.."))
            .because("HTTP is one way of asking among others");

    static final ArchRule ONLY_CALLBACK_TOUCHES_THE_HTTP_CLIENT = noClasses()
            .that()
            .resideOutsideOfPackage("org.jobplatform.callback..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.apache.hc.."))
            .because("whatever leaves the server passes the egress guard in front of this client");

    static final ArchRule ONLY_BOOTSTRAP_TOUCHES_GUICE = noClasses()
            .that()
            .resideOutsideOfPackage("org.jobplatform.bootstrap..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("com.google.inject..", "jakarta.inject.."))
            .because("classes are built by their constructors; how, is said in one place");

    static final ArchRule CORE_HAS_NO_CLOCK_OR_CHANCE = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should(callMethodWhere(isForbidden()))
            .orShould()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are sources of chance",
                    type -> type.isAssignableTo(Random.class)
                            || type.getName().equals("java.util.concurrent.ThreadLocalRandom")))
            .because("a simulation must decide time and chance, and a test must not wait");

    static final ArchRule STATES_ARE_MADE_BY_TRANSITIONS = noClasses()
            .that()
            .resideOutsideOfPackages("org.jobplatform.domain.run..", "org.jobplatform.persistence..")
            .should()
            .callConstructorWhere(DescribedPredicate.describe(
                    "makes a state of a run", call -> call.getTargetOwner().isAssignableTo(RunState.class)))
            .because("a run changes its state only by the events of Run, or by being read from its store");

    private Rules() {}

    private static DescribedPredicate<JavaClass> namedOneOf(Set<String> names) {
        DescribedPredicate<JavaClass> any = DescribedPredicate.alwaysFalse();
        for (String name : names) {
            any = any.or(simpleName(name));
        }
        return any;
    }

    private static DescribedPredicate<JavaMethodCall> isForbidden() {
        return DescribedPredicate.describe(
                "asks the clock, chance or the environment, or sleeps",
                call -> FORBIDDEN_CALLS
                        .getOrDefault(call.getTargetOwner().getName(), Set.of())
                        .contains(call.getName()));
    }
}
