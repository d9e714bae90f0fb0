package org.jobplatform.bootstrap.wiring;

import com.google.inject.BindingAnnotation;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The signal that there may be a wish to a run of this node. */
@BindingAnnotation
@Retention(RetentionPolicy.RUNTIME)
public @interface WatchSignal {}
