package org.jobplatform.persistence;

import java.util.List;

/** Changes of a group that PostgreSQL can judge in the statement that makes them. */
interface PlainChanges extends ExchangePart {
    /** Decides about the changes, once they are durable; gives those that somebody must take a closer look at. */
    List<Change<?>> settle();
}
