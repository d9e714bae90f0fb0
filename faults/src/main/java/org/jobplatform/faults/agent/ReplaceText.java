package org.jobplatform.faults.agent;

import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.ConstantInstruction.LoadConstantInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.util.List;

/** Replaces a part of every text that stands in the code of a class, also of those that are put together. */
record ReplaceText(String className, String from, String to) implements Change {
    @Override
    public ClassTransform transform(ClassModel model) {
        boolean found = model.methods().stream()
                .flatMap(method -> method.code().stream())
                .flatMap(code -> code.elementList().stream())
                .anyMatch(this::matches);
        if (!found) {
            throw new IllegalStateException("there is no text " + from);
        }
        return ClassTransform.transformingMethodBodies(this::rewrite);
    }

    private void rewrite(CodeBuilder builder, CodeElement element) {
        if (!matches(element)) {
            builder.with(element);
        } else if (element instanceof LoadConstantInstruction load) {
            builder.loadConstant(replaced(load.constantValue()));
        } else if (element instanceof InvokeDynamicInstruction call) {
            builder.invokedynamic(DynamicCallSiteDesc.of(
                    call.bootstrapMethod(),
                    call.name().stringValue(),
                    call.typeSymbol(),
                    call.bootstrapArgs().stream().map(this::replaced).toArray(ConstantDesc[]::new)));
        }
    }

    private boolean matches(CodeElement element) {
        List<ConstantDesc> texts = switch (element) {
            case LoadConstantInstruction load -> List.of(load.constantValue());
            case InvokeDynamicInstruction call -> call.bootstrapArgs();
            default -> List.of();
        };
        return texts.stream()
                .anyMatch(text -> text instanceof String && !replaced(text).equals(text));
    }

    private ConstantDesc replaced(ConstantDesc constant) {
        return constant instanceof String text ? text.replace(from, to) : constant;
    }
}
