package org.jobplatform.faults.agent;

import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.List;

/** Calls a static method without arguments at some moment of every method of a name. */
record InsertCall(String className, String method, Moment moment, Class<?> target, String called) implements Change {
    /** When in the method. */
    enum Moment {
        /** Before anything else. */
        ENTRY,
        /** Before it returns, wherever. */
        RETURNS,
        /** Before it returns at its end, not where it has found nothing to do. */
        LAST_RETURN
    }

    @Override
    public ClassTransform transform(ClassModel model) {
        List<MethodModel> found = model.methods().stream().filter(this::matches).toList();
        if (found.isEmpty()) {
            throw new IllegalStateException("there is no method " + method);
        }
        return (builder, element) -> {
            if (element instanceof MethodModel one && found.contains(one)) {
                builder.transformMethod(one, (code, part) -> {
                    if (part instanceof java.lang.classfile.CodeModel body) {
                        code.transformCode(body, calling(body.elementList()));
                    } else {
                        code.with(part);
                    }
                });
            } else {
                builder.with(element);
            }
        };
    }

    /** A bridge would call twice, since it calls the method itself. */
    private boolean matches(MethodModel candidate) {
        return candidate.methodName().equalsString(method)
                && candidate.code().isPresent()
                && !candidate.flags().has(AccessFlag.BRIDGE);
    }

    private CodeTransform calling(List<CodeElement> body) {
        long returns = body.stream().filter(ReturnInstruction.class::isInstance).count();
        return CodeTransform.ofStateful(() -> new CodeTransform() {
            private long seen;

            @Override
            public void atStart(CodeBuilder builder) {
                if (moment == Moment.ENTRY) {
                    call(builder);
                }
            }

            @Override
            public void accept(CodeBuilder builder, CodeElement element) {
                if (element instanceof ReturnInstruction) {
                    seen++;
                    if (moment == Moment.RETURNS || (moment == Moment.LAST_RETURN && seen == returns)) {
                        call(builder);
                    }
                }
                builder.with(element);
            }
        });
    }

    private void call(CodeBuilder builder) {
        builder.invokestatic(
                target.describeConstable().orElseThrow(), called, MethodTypeDesc.of(ConstantDescs.CD_void));
    }
}
