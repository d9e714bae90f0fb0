package org.jobplatform.bootstrap.endtoend;

import java.nio.file.Path;

class H2CrashEndToEndTest implements CrashContract {
    @Override
    public ServerProcess.Plan plan(Path folder) {
        return new ServerProcess.Plan(folder);
    }
}
