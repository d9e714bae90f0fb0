package org.jobplatform.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.IntStream;
import org.jobplatform.application.port.FastPasswordHasher;
import org.jobplatform.application.port.InMemoryStorage;
import org.jobplatform.application.port.Race;
import org.jobplatform.application.port.UserStore;
import org.jobplatform.application.usecase.AdministerUsers;
import org.jobplatform.bootstrap.settings.ServerSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes that start on one empty store, each with a data folder of its own. */
class FirstAdminTest {
    private static final ServerSettings SETTINGS = ServerSettings.read(Map.of(), Map.of(), Optional.empty());

    @TempDir
    Path temporary;

    private final InMemoryStorage storage = new InMemoryStorage(InstantSource.system());
    private final RandomIds ids = new RandomIds();
    private final AdministerUsers administer =
            new AdministerUsers(storage.users(), storage.keys(), new FastPasswordHasher(), ids, InstantSource.system());

    @Test
    void oneFileShouldHoldTheCredentialsWhenNodesStartTogether() throws IOException {
        Race<Path> race = Race.among(4, (number, line) -> {
            try (DataFolder folder = DataFolder.open(temporary.resolve("node-" + number))) {
                FirstAdmin admin = new FirstAdmin(storage.users(), administer, ids, folder);
                line.cross();
                admin.createWhenMissing(SETTINGS);
                return folder.path();
            }
        });

        List<Path> files = IntStream.range(0, 4)
                .mapToObj(number -> temporary.resolve("node-" + number + "/admin.credentials"))
                .filter(Files::exists)
                .toList();
        assertThat(race.losses()).isEmpty();
        assertThat(files)
                .singleElement()
                .satisfies(file -> assertThat(isTrue(file)).isTrue());
        assertThat(temporary.resolve("node-0/admin.credentials.draft")).doesNotExist();
    }

    @Test
    void credentialsShouldBeKeptWhenTheNodeDiedBeforeItKnewThatTheyCount() {
        try (DataFolder folder = DataFolder.open(temporary)) {
            diesAfterTheDraft(folder, storage.users(), true);

            new FirstAdmin(storage.users(), administer, ids, folder).createWhenMissing(SETTINGS);

            assertThat(isTrue(temporary.resolve("admin.credentials"))).isTrue();
        }
    }

    @Test
    void credentialsShouldBeDroppedWhenAnotherNodeWasFasterAndThisOneDied() {
        administer.reset("the password of another node", "the key of another node");
        try (DataFolder folder = DataFolder.open(temporary)) {
            diesAfterTheDraft(folder, storage.users(), false);

            new FirstAdmin(storage.users(), administer, ids, folder).createWhenMissing(SETTINGS);

            assertThat(temporary.resolve("admin.credentials")).doesNotExist();
            assertThat(temporary.resolve("admin.credentials.draft")).doesNotExist();
        }
    }

    private void diesAfterTheDraft(DataFolder folder, UserStore users, boolean first) {
        try {
            folder.writePrivately(
                    folder.path().resolve("admin.credentials.draft"), "password=draft-password\nkey=draft-key\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        assertThat(first && users.isEmpty() && administer.createFirst("draft-password", "draft-key"))
                .isEqualTo(first);
    }

    private boolean isTrue(Path file) {
        Properties written = new Properties();
        try (var text = Files.newBufferedReader(file)) {
            written.load(text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return administer.holds(Optional.of(written.getProperty("password")), Optional.of(written.getProperty("key")));
    }
}
