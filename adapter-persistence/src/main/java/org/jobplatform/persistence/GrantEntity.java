package org.jobplatform.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.jobplatform.domain.access.Grant;
import org.jobplatform.domain.access.Role;
import org.jobplatform.domain.job.ProjectPath;

/** A row of {@code user_grant}: a role in a folder. */
@Entity
@Table(name = "user_grant")
@IdClass(GrantEntity.Key.class)
class GrantEntity {
    /** Whose role, and where. */
    record Key(String userId, String project) implements Serializable {}

    @Id
    private String userId;

    @Id
    private String project;

    private String userRole;

    @SuppressWarnings("NullAway.Init")
    GrantEntity() {}

    static GrantEntity from(String userId, ProjectPath project, Role role) {
        GrantEntity entity = new GrantEntity();
        entity.userId = userId;
        entity.project = project.value();
        entity.userRole = role.name();
        return entity;
    }

    String userId() {
        return userId;
    }

    Grant toGrant() {
        return Grant.in(new ProjectPath(project), Role.valueOf(userRole));
    }
}
