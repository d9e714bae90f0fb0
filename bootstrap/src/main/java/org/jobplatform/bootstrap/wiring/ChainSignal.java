package org.jobplatform.bootstrap.wiring;

import com.google.inject.BindingAnnotation;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The signal that a run has ended here which others follow in its chain. */
@BindingAnnotation
@Retention(RetentionPolicy.RUNTIME)
public @interface ChainSignal {}
