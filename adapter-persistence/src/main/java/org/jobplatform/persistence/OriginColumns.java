package org.jobplatform.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jobplatform.domain.run.Origin;
import org.jobplatform.domain.run.RunId;

/** Which run another one comes of; never changed. */
@Embeddable
record OriginColumns(
        @Column(updatable = false) String originKind,
        @Column(updatable = false) String originParent,
        @Column(updatable = false) String originRoot,
        @Column(updatable = false) Integer originPosition) {
    static OriginColumns from(Origin origin) {
        return new OriginColumns(
                origin.kind().name(), origin.parent().value(), origin.root().value(), origin.position());
    }

    Origin toOrigin() {
        return new Origin(
                Origin.Kind.valueOf(originKind), new RunId(originParent), new RunId(originRoot), originPosition);
    }
}
