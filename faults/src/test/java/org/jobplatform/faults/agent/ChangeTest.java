package org.jobplatform.faults.agent;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.CodeBuilder;
import java.lang.reflect.Constructor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jobplatform.faults.agent.InsertCall.Moment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Classes that are changed before they are loaded. Public, since they call it and are loaded by another loader. */
public final class ChangeTest {
    private static final AtomicInteger CALLS = new AtomicInteger();

    @BeforeEach
    void forget() {
        CALLS.set(0);
    }

    /** Counts. */
    public static void called() {
        CALLS.incrementAndGet();
    }

    @Test
    void callShouldBeMadeOnlyAtTheLastReturnWhenThatIsAskedFor() throws Exception {
        Change change = new InsertCall(name(), "get", Moment.LAST_RETURN, ChangeTest.class, "called");

        assertThat(changed(change, "").get()).isEqualTo("nobody");
        assertThat(CALLS).hasValue(0);
        assertThat(changed(change, "x").get()).isEqualTo("hello x");
        assertThat(CALLS).hasValue(1);
    }

    @Test
    void callShouldBeMadeAtEveryReturnAndAtTheEntry() throws Exception {
        assertThat(changed(new InsertCall(name(), "get", Moment.RETURNS, ChangeTest.class, "called"), "")
                        .get())
                .isEqualTo("nobody");
        assertThat(changed(new InsertCall(name(), "get", Moment.ENTRY, ChangeTest.class, "called"), "")
                        .get())
                .isEqualTo("nobody");

        assertThat(CALLS).hasValue(2);
    }

    @Test
    void textShouldBeReplacedWhenItIsPutTogetherToo() throws Exception {
        assertThat(changed(new ReplaceText(name(), "hello", "bye"), "x").get()).isEqualTo("bye x");
        assertThat(changed(new ReplaceText(name(), "nobody", "none"), "").get()).isEqualTo("none");
    }

    @Test
    void methodShouldDoSomethingElseWhenItsBodyIsReplaced() throws Exception {
        Change change =
                new ReplaceBody(name(), "get", code -> code.aconst_null().areturn());

        assertThat(changed(change, "x").get()).isNull();
    }

    @Test
    void changeShouldBeRefusedWhenThereIsNothingToChange() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> changed(new InsertCall(name(), "gone", Moment.ENTRY, ChangeTest.class, "called"), ""));
        assertThatIllegalStateException().isThrownBy(() -> changed(new ReplaceText(name(), "gone", ""), ""));
        assertThatIllegalStateException()
                .isThrownBy(() -> changed(new ReplaceBody(name(), "gone", CodeBuilder::return_), ""));
        assertThatIllegalStateException()
                .isThrownBy(() -> changed(new ReplaceCall(name(), "gone", ChangeTest.class, "called"), ""));
    }

    private static String name() {
        return Greeting.class.getName().replace('.', '/');
    }

    @SuppressWarnings("unchecked")
    private static Supplier<String> changed(Change change, String whom)
            throws IOException, ReflectiveOperationException {
        try (InputStream bytes = requireNonNull(ChangeTest.class.getResourceAsStream("/" + name() + ".class"))) {
            Constructor<?> made =
                    new OneClass(change.apply(bytes.readAllBytes())).define().getDeclaredConstructor(String.class);
            made.setAccessible(true);
            return (Supplier<String>) made.newInstance(whom);
        }
    }

    private static final class OneClass extends ClassLoader {
        private final byte[] bytes;

        OneClass(byte[] bytes) {
            super(ChangeTest.class.getClassLoader());
            this.bytes = bytes;
        }

        Class<?> define() {
            return defineClass(Greeting.class.getName(), bytes, 0, bytes.length);
        }
    }
}
