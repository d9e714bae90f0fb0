package org.jobplatform.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.time.InstantSource;
import org.jobplatform.application.port.ApiKeyStore;
import org.jobplatform.application.port.IdSource;
import org.jobplatform.application.port.PasswordHasher;
import org.jobplatform.application.port.UserStore;
import org.jobplatform.application.usecase.ApiKeyQueries;
import org.jobplatform.application.usecase.ChangePassword;
import org.jobplatform.application.usecase.Credentials;
import org.jobplatform.application.usecase.DeleteUser;
import org.jobplatform.application.usecase.MakeApiKey;
import org.jobplatform.application.usecase.RevokeApiKey;
import org.jobplatform.application.usecase.UserQueries;
import org.jobplatform.application.usecase.WriteUser;
import org.jobplatform.rest.nativeapi.NativeApi;

/** Users, their keys and their passwords. */
public final class AccountModule extends AbstractModule {
    @Provides
    @Singleton
    NativeApi.Accounts accounts(
            UserStore users,
            ApiKeyStore keys,
            Credentials credentials,
            PasswordHasher passwords,
            IdSource ids,
            InstantSource clock) {
        return new NativeApi.Accounts(
                credentials,
                new UserQueries(users),
                new WriteUser(users, credentials, passwords, ids, clock),
                new DeleteUser(users, credentials),
                new ApiKeyQueries(users, keys),
                new MakeApiKey(users, keys, ids, clock),
                new RevokeApiKey(users, keys, credentials),
                new ChangePassword(users, credentials, passwords));
    }
}
