package org.jobplatform.runner.command.process;

/** The two signals that end a process. */
enum Signal {
    /** Asks the program to end. */
    TERM {
        @Override
        boolean send(ProcessHandle process) {
            return process.destroy();
        }
    },
    /** Ends the program at once. */
    KILL {
        @Override
        boolean send(ProcessHandle process) {
            return process.destroyForcibly();
        }
    };

    abstract boolean send(ProcessHandle process);

    /** Sends the signal unless the process has gone, even if another one has its number by now. */
    void send(ProcessEntry entry) {
        // The handle remembers the start time it saw and checks it again when it sends.
        ProcessHandle.of(entry.pid())
                .filter(handle -> new ProcessTable().isAlive(entry.id()))
                .ifPresent(this::send);
    }
}
