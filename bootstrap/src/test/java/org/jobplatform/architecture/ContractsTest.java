package org.jobplatform.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every port has a contract, and every implementation outside the core runs it. */
class ContractsTest {
    private static final String PORTS = "org.jobplatform.application.port";

    /** What the application hands out or implements itself, and what is judged by golden bodies of its dialect. */
    private static final Set<String> WITHOUT_CONTRACT =
            Set.of("AddResult", "Announcement", "RunContext", "CallbackFormat");

    static Stream<JavaClass> ports() {
        return Product.CLASSES.stream()
                .filter(type -> type.getPackageName().equals(PORTS) && type.isInterface())
                .filter(type -> type.isTopLevelClass() && !type.isAnnotation())
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .filter(type -> !WITHOUT_CONTRACT.contains(type.getSimpleName()));
    }

    @ParameterizedTest
    @MethodSource("ports")
    void portShouldHaveAContract(JavaClass port) throws ClassNotFoundException {
        assertThat(Class.forName(PORTS + "." + port.getSimpleName() + "Contract"))
                .isInterface();
    }

    @ParameterizedTest
    @MethodSource("ports")
    void everyImplementationShouldRunTheContractOfItsPort(JavaClass port) {
        String contract = port.getSimpleName() + "Contract";
        for (JavaClass implementation : implementations(port)) {
            assertThat(testSources().stream()
                            .anyMatch(source ->
                                    source.contains(contract) && source.contains(implementation.getSimpleName())))
                    .as("a test of %s implements %s", implementation.getSimpleName(), contract)
                    .isTrue();
        }
    }

    @Test
    void portsShouldBeFoundAtAll() {
        assertThat(ports()).hasSizeGreaterThan(10);
    }

    private static List<JavaClass> implementations(JavaClass port) {
        return Product.CLASSES.stream()
                .filter(type -> !type.isInterface() && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .filter(type -> type.isAssignableTo(port.getName()) && !type.isAnonymousClass())
                .filter(type -> !type.getPackageName().startsWith("org.jobplatform.application"))
                .toList();
    }

    private static List<String> testSources() {
        Path root = Path.of("").toAbsolutePath().getParent();
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().contains("src/test/java")
                            && file.toString().endsWith(".java"))
                    .map(ContractsTest::read)
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
