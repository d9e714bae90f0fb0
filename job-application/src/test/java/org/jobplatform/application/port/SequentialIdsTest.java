package org.jobplatform.application.port;

class SequentialIdsTest implements IdSourceContract {
    private final IdSource ids = new SequentialIds();

    @Override
    public IdSource ids() {
        return ids;
    }
}
