package org.jobplatform.faults.agent;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;

/** Another behaviour of one class. */
interface Change {
    /** The class, with slashes. */
    String className();

    /**
     * How the class is rewritten.
     *
     * @throws IllegalStateException when there is nothing to rewrite
     */
    ClassTransform transform(ClassModel model);

    /** The class as it is to be loaded. */
    default byte[] apply(byte[] bytes) {
        ClassFile format = ClassFile.of();
        ClassModel model = format.parse(bytes);
        return format.transformClass(model, transform(model));
    }
}
