package org.jobplatform.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jobplatform.domain.access.Grant;
import org.jobplatform.domain.access.Grants;
import org.jobplatform.domain.access.Role;
import org.jobplatform.domain.access.User;
import org.jspecify.annotations.Nullable;

/** A row of {@code app_user}: a user and its role everywhere. */
@Entity
@Table(name = "app_user")
class UserEntity {
    /** What a server of the version before takes for no role at all. */
    private static final String NO_ROLE = "NONE";

    /** The same of a user who is not let in, whose role is then kept elsewhere. */
    private static final String DISABLED = "DISABLED";

    @Id
    private String id;

    private String name;

    /** Only queries look at it. */
    @SuppressWarnings("UnusedVariable")
    private String nameFolded;

    private String userRole;
    private @Nullable String roleWhenEnabled;
    private String passwordHash;
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    UserEntity() {}

    static UserEntity from(User user) {
        UserEntity entity = new UserEntity();
        Optional<String> role = user.grants().everywhere().map(Role::name);
        entity.id = user.id();
        entity.name = user.name();
        entity.nameFolded = Stored.folded(user.name());
        entity.userRole = user.disabled() ? DISABLED : role.orElse(NO_ROLE);
        entity.roleWhenEnabled = user.disabled() ? role.orElse(null) : null;
        entity.passwordHash = user.passwordHash();
        entity.createdAt = Stored.time(user.createdAt());
        return entity;
    }

    /** The rows of the folders in which a user has a role. */
    static List<GrantEntity> grants(User user) {
        return user.grants().all().stream()
                .flatMap(grant ->
                        grant.project().map(project -> GrantEntity.from(user.id(), project, grant.role())).stream())
                .toList();
    }

    String id() {
        return id;
    }

    User toUser(List<GrantEntity> inFolders) {
        boolean disabled = userRole.equals(DISABLED);
        String role = disabled ? roleWhenEnabled : userRole;
        List<Grant> grants = new ArrayList<>();
        Stream.ofNullable(role)
                .filter(known -> !known.equals(NO_ROLE))
                .map(known -> Grant.everywhere(Role.valueOf(known)))
                .forEach(grants::add);
        inFolders.stream()
                .filter(grant -> grant.userId().equals(id))
                .map(GrantEntity::toGrant)
                .forEach(grants::add);
        return new User(id, name, new Grants(grants), passwordHash, disabled, createdAt);
    }
}
