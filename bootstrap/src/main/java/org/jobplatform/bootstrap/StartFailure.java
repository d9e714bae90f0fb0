package org.jobplatform.bootstrap;

import com.google.inject.ProvisionException;
import java.io.UncheckedIOException;
import org.jobplatform.application.port.StorageUnavailable;
import org.jobplatform.bootstrap.settings.BadSettings;
import org.jobplatform.persistence.DatabaseUnusable;
import org.jobplatform.rest.server.KeysUnusable;
import org.jspecify.annotations.Nullable;

/** The server cannot start, for a reason that its operator can mend. */
final class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    StartFailure(String message) {
        super(message);
    }

    StartFailure(@Nullable String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** What an operator is told of this failure; one that only its author can mend stays what it is. */
    static RuntimeException of(RuntimeException failed) {
        Throwable cause =
                failed instanceof ProvisionException && failed.getCause() != null ? failed.getCause() : failed;
        return switch (cause) {
            case StartFailure known -> known;
            case BadSettings known -> known;
            case DatabaseUnusable unusable -> new StartFailure(unusable.getMessage(), unusable.getCause());
            case KeysUnusable keys -> new StartFailure("tls.keystore: " + keys.getMessage(), keys.getCause());
            case StorageUnavailable unavailable -> new StartFailure("the database is unavailable", unavailable);
            case UncheckedIOException io -> new StartFailure(io.getMessage(), io);
            default -> failed;
        };
    }
}
