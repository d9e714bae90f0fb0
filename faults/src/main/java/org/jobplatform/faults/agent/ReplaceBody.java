package org.jobplatform.faults.agent;

import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.MethodModel;
import java.util.function.Consumer;

/** Lets every method of a name do something else. */
record ReplaceBody(String className, String method, Consumer<CodeBuilder> body) implements Change {
    @Override
    public ClassTransform transform(ClassModel model) {
        if (model.methods().stream().noneMatch(this::matches)) {
            throw new IllegalStateException("there is no method " + method);
        }
        return (builder, element) -> {
            if (element instanceof MethodModel one && matches(one)) {
                builder.withMethodBody(
                        one.methodName(), one.methodType(), one.flags().flagsMask(), body);
            } else {
                builder.with(element);
            }
        };
    }

    private boolean matches(MethodModel one) {
        return one.methodName().equalsString(method) && one.code().isPresent();
    }
}
