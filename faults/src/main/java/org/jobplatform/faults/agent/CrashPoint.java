package org.jobplatform.faults.agent;

import org.jobplatform.faults.agent.InsertCall.Moment;

/** Where a server may die. The names of classes and methods here are all that the programme knows of the server's code. */
public enum CrashPoint {
    /** In the middle of a change of the schema. */
    MIGRATING("org/flywaydb/core/internal/sqlscript/DefaultSqlScriptExecutor", "executeStatement", Moment.RETURNS),
    /** A start is written and not committed. */
    START_NOT_COMMITTED("org/jobplatform/persistence/RunAdditionBatch", "write", Moment.LAST_RETURN),
    /** A start is committed and not answered. */
    START_COMMITTED("org/jobplatform/persistence/HibernateRunStore", "add", Moment.RETURNS),
    /** A run is claimed, its program not started. */
    CLAIMED("org/jobplatform/runner/command/process/ChildLauncher", "start", Moment.ENTRY),
    /** The program is started, and the platform does not know it. */
    SPAWNED("org/jobplatform/runner/command/process/ChildLauncher", "start", Moment.RETURNS),
    /** The work is done, and nothing of that is committed. */
    WORK_DONE("org/jobplatform/application/execution/FinishRun", "finish", Moment.ENTRY),
    /** The end is committed, and the callback not made. */
    END_COMMITTED("org/jobplatform/persistence/HibernateRunStore", "finish", Moment.RETURNS),
    /** The receiver has confirmed, and that is not recorded. */
    CONFIRMED("org/jobplatform/application/execution/AttemptDelivery", "record", Moment.ENTRY),
    /** A wish to stop is committed and not answered. */
    STOP_COMMITTED("org/jobplatform/application/usecase/StopRun", "stop", Moment.RETURNS),
    /** The processes of a stopped run are about to be ended. */
    STOPPING("org/jobplatform/runner/command/process/Child", "stop", Moment.ENTRY);

    private final String className;
    private final String method;
    private final Moment moment;

    CrashPoint(String className, String method, Moment moment) {
        this.className = className;
        this.method = method;
        this.moment = moment;
    }

    Change change() {
        return new InsertCall(className, method, moment, Crash.class, "reached");
    }
}
