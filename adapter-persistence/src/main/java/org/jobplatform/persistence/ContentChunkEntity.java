package org.jobplatform.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A row of {@code run_content_chunk}: a part of what a run left; all but the last are of the same length. */
@Entity
@Table(name = "run_content_chunk")
@IdClass(ContentChunkEntity.Key.class)
class ContentChunkEntity {
    /** Bytes of every row but the last. */
    static final int LENGTH = 256 * 1024;

    @Id
    private String runId;

    @Id
    private int attempt;

    @Id
    private String saveId;

    @Id
    private int sequenceNo;

    private byte[] bytes;

    @SuppressWarnings("NullAway.Init")
    ContentChunkEntity() {}

    ContentChunkEntity(Key key, byte[] bytes) {
        this.runId = key.runId();
        this.attempt = key.attempt();
        this.saveId = key.saveId();
        this.sequenceNo = key.sequenceNo();
        this.bytes = bytes;
    }

    int sequenceNo() {
        return sequenceNo;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Identifies a row. */
    record Key(String runId, int attempt, String saveId, int sequenceNo) {}
}
