package org.jobplatform.faults.agent;

import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/** Calls a static method of two objects, receiver and argument, instead of a method of a name with one argument. */
record ReplaceCall(String className, String method, Class<?> target, String called) implements Change {
    @Override
    public ClassTransform transform(ClassModel model) {
        boolean found = model.methods().stream()
                .flatMap(one -> one.code().stream())
                .flatMap(code -> code.elementList().stream())
                .anyMatch(this::matches);
        if (!found) {
            throw new IllegalStateException("there is no call of " + method);
        }
        ClassDesc object = ConstantDescs.CD_Object;
        return ClassTransform.transformingMethodBodies((builder, element) -> {
            if (matches(element)) {
                builder.invokestatic(
                        target.describeConstable().orElseThrow(),
                        called,
                        MethodTypeDesc.of(ConstantDescs.CD_void, object, object));
            } else {
                builder.with(element);
            }
        });
    }

    private boolean matches(CodeElement element) {
        return element instanceof InvokeInstruction call
                && call.name().equalsString(method)
                && call.typeSymbol().parameterCount() == 1
                && call.typeSymbol().returnType().equals(ConstantDescs.CD_void);
    }
}
