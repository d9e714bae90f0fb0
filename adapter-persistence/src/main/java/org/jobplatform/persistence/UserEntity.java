package org.jobplatform.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jobplatform.domain.access.Role;
import org.jobplatform.domain.access.User;

/** A row of {@code app_user}. */
@Entity
@Table(name = "app_user")
class UserEntity {
    @Id
    private String id;

    private String name;

    /** Only queries look at it. */
    @SuppressWarnings("UnusedVariable")
    private String nameFolded;

    private String userRole;
    private String passwordHash;
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    UserEntity() {}

    static UserEntity from(User user) {
        UserEntity entity = new UserEntity();
        entity.id = user.id();
        entity.name = user.name();
        entity.nameFolded = Stored.folded(user.name());
        entity.userRole = user.role().name();
        entity.passwordHash = user.passwordHash();
        entity.createdAt = Stored.time(user.createdAt());
        return entity;
    }

    User toUser() {
        return new User(id, name, Role.valueOf(userRole), passwordHash, createdAt);
    }
}
