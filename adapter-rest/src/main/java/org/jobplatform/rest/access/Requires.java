package org.jobplatform.rest.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jobplatform.domain.access.Permission;

/**
 * A resource method that only callers who have this permission somewhere may reach; one of the platform they must have
 * everywhere. Whether they have it where the thing is that they ask for, the use case judges.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {
    /** What one of the caller's grants must allow. */
    Permission value();
}
