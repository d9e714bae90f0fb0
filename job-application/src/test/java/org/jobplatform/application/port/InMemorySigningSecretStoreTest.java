package org.jobplatform.application.port;

class InMemorySigningSecretStoreTest implements SigningSecretStoreContract {
    private final InMemoryStorage storage = new InMemoryStorage(new SettableTime(RunExamples.NOW));

    @Override
    public SigningSecretStore secrets() {
        return storage.secrets();
    }
}
