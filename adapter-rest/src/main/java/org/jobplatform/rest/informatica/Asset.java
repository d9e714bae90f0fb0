package org.jobplatform.rest.informatica;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jobplatform.domain.job.Job;

/**
 * What version 3 calls an object: a task, or a place of tasks.
 *
 * @param id of a task its federated id
 * @param path all the names from the project down, with slashes between them
 * @param type a {@link TaskType}, {@link #PROJECT} or {@link #FOLDER}
 * @param description empty when there is none
 * @param updated of a place: the last change of a task within it
 */
record Asset(String id, String path, String type, String description, Job.Edit updated) {
    static final String PROJECT = "Project";
    static final String FOLDER = "Folder";

    private static final int ID_BYTES = 11;

    static Asset of(Job job) {
        return new Asset(
                job.federatedId().value(),
                job.definition().path(),
                TaskType.shownFor(job.definition().type()).name(),
                job.definition().description().orElse(""),
                job.updated());
    }

    /** The place with this path, which always has the same id: a project when the path has one name, else a folder. */
    static Asset place(String path, Job.Edit updated) {
        return new Asset(placeId(path), path, path.indexOf('/') < 0 ? PROJECT : FOLDER, "", updated);
    }

    /** The path of the place it lies in; empty for a project. */
    String location() {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private static String placeId(String path) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(path.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
