package org.jobplatform.application.port;

class FastPasswordHasherTest implements PasswordHasherContract {
    private final PasswordHasher hasher = new FastPasswordHasher();

    @Override
    public PasswordHasher hasher() {
        return hasher;
    }
}
