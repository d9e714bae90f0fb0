package org.jobplatform.domain.run;

/** The interface through which a run was started, and in whose form its callback is written. */
public enum Dialect {
    /** Informatica Intelligent Cloud Services. */
    INFORMATICA,
    /** StarfishETL. */
    STARFISH,
    /** InfoLink. */
    INFOLINK,
    /** NEXUS IC. */
    NEXUS,
    /** This platform's own API. */
    NATIVE
}
