package org.jobplatform.rest.canary;

import org.hibernate.Hibernate;

/** A canary: breaks a rule of the architecture on purpose. */
public final class SeesHibernate {
    Class<?> hibernate() {
        return Hibernate.class;
    }
}
