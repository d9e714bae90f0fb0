package org.jobplatform.faults.agent;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.List;

/** A server that breaks a promise. The programme must notice. */
public enum Mutation {
    /** Changes of runs are made onto whatever version is there. */
    FENCE("changes of runs are made onto whatever version is there") {
        @Override
        List<Change> changes() {
            String update = "org/jobplatform/persistence/BulkUpdate";
            return List.of(
                    new ReplaceText(update, "where id = ? and version = ?", "where id = ? and ? >= 0"),
                    new ReplaceText(update, " and t.version = v.version", ""));
        }
    },
    /** H2 keeps what was acknowledged in memory for half a second, and the check of that at the start is off. */
    WRITE_DELAY("H2 keeps acknowledged commits in memory for half a second") {
        @Override
        List<Change> changes() {
            return List.of(
                    new ReplaceText("org/jobplatform/persistence/H2File", "WRITE_DELAY=0", "WRITE_DELAY=500"),
                    new ReplaceBody("org/jobplatform/persistence/DurabilityCheck", "require", CodeBuilder::return_));
        }
    },
    /** A callback is kept after the end of its run, and not with it. */
    OUTBOX("callbacks are kept after the end of their runs, and not with it") {
        @Override
        List<Change> changes() {
            return List.of(new ReplaceCall(
                    "org/jobplatform/persistence/RunChangeBatch", "insertMultiple", LateInsert.class, "insert"));
        }
    },
    /** No process ends the commands of a server that was frozen or killed. */
    GUARD("nothing ends the commands of a frozen server") {
        @Override
        List<Change> changes() {
            String guard = "org/jobplatform/runner/command/process/Guard";
            return List.of(
                    new ReplaceBody(guard, "beat", CodeBuilder::return_),
                    new ReplaceBody(guard, "isAlive", Mutation::isTrue),
                    new ReplaceBody(guard, "awaitAlive", Mutation::isTrue));
        }
    },
    /** Callbacks may go anywhere. */
    EGRESS("callbacks may go anywhere") {
        @Override
        List<Change> changes() {
            ClassDesc permitted = ClassDesc.of("org.jobplatform.application.egress.AddressVerdict$Permitted");
            return List.of(new ReplaceBody(
                    "org/jobplatform/application/egress/EgressPolicy",
                    "judge",
                    code -> code.new_(permitted)
                            .dup()
                            .invokespecial(permitted, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                            .areturn()));
        }
    };

    private final String description;

    Mutation(String description) {
        this.description = description;
    }

    /** What is worse, in a few words. */
    public String description() {
        return description;
    }

    abstract List<Change> changes();

    private static void isTrue(CodeBuilder code) {
        code.iconst_1().ireturn();
    }
}
