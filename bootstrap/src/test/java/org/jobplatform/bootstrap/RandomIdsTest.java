package org.jobplatform.bootstrap;

import org.jobplatform.application.port.IdSource;
import org.jobplatform.application.port.IdSourceContract;

class RandomIdsTest implements IdSourceContract {
    private final RandomIds ids = new RandomIds();

    @Override
    public IdSource ids() {
        return ids;
    }
}
