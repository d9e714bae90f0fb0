package org.jobplatform.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A row of {@code run_content}: which of the saves of an attempt counts. */
@Entity
@Table(name = "run_content")
@IdClass(ContentEntity.Key.class)
class ContentEntity {
    @Id
    private String runId;

    @Id
    private int attempt;

    private String saveId;

    @SuppressWarnings("NullAway.Init")
    ContentEntity() {}

    ContentEntity(String runId, int attempt, String saveId) {
        this.runId = runId;
        this.attempt = attempt;
        this.saveId = saveId;
    }

    String saveId() {
        return saveId;
    }

    /** Identifies a row. */
    record Key(String runId, int attempt) {}
}
