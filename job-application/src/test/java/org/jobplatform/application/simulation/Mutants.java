package org.jobplatform.application.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jobplatform.application.execution.ForwardingRuns;
import org.jobplatform.application.execution.Surroundings;
import org.jobplatform.application.port.AddResult;
import org.jobplatform.application.port.LeaseStore;
import org.jobplatform.application.port.NewRun;
import org.jobplatform.application.port.RunIndex;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.application.port.StorageUnavailable;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.run.Owner;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunAttempt;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.domain.run.RunNumber;

/** Clusters that lack one protection each. */
enum Mutants implements Mutant {
    /** An end is accepted from whoever comes while the run has not ended: its version and attempt say nothing. */
    FENCE_REMOVED {
        @Override
        public RunStore runs(RunStore kept, RunIndex index) {
            return new ForwardingRuns(kept) {
                @Override
                public Run finish(Run ended, Optional<Delivery> delivery) {
                    Run now = kept.find(ended.id()).orElseThrow();
                    if (now.isEnded()) {
                        throw new RunFailure.Stale(ended.id());
                    }
                    return kept.finish(ended.withVersion(now.version()), delivery);
                }
            };
        }
    },

    /** Every change is accepted, whatever version it was made from. */
    VERSIONS_NOT_COMPARED {
        @Override
        public RunStore runs(RunStore kept, RunIndex index) {
            return new ForwardingRuns(kept) {
                @Override
                public Run update(Run changed) {
                    return kept.update(onto(changed));
                }

                @Override
                public Run requeue(Run waiting, RunAttempt made) {
                    return kept.requeue(onto(waiting), made);
                }

                @Override
                public Run finish(Run ended, Optional<Delivery> delivery) {
                    return kept.finish(onto(ended), delivery);
                }

                private Run onto(Run changed) {
                    return changed.withVersion(
                            kept.find(changed.id()).orElseThrow().version());
                }
            };
        }
    },

    /** The delivery of a callback is added when the end is durable, by another call. */
    OUTBOX_AFTER_COMMIT {
        @Override
        public Surroundings.Stores reached(Surroundings.Stores stores) {
            return stores.withRuns(new ForwardingRuns(stores.runs()) {
                @Override
                public Run finish(Run ended, Optional<Delivery> delivery) {
                    Run kept = stores.runs().finish(ended, Optional.empty());
                    delivery.ifPresent(stores.deliveries()::add);
                    return kept;
                }
            });
        }
    },

    /** Waiting runs are claimed for any owner, be its lease there or not. */
    LEASE_NOT_CHECKED_AT_CLAIM {
        @Override
        public RunStore runs(RunStore kept, RunIndex index) {
            return new UncheckedClaims(kept, index);
        }
    },

    /** A node is taken for dead five seconds after it was heard of, while it may still rely on its lease. */
    REAPS_TOO_EARLY {
        @Override
        public LeaseStore leases(LeaseStore kept) {
            return new LeaseStore() {
                @Override
                public void join(Owner owner, Duration lease) {
                    kept.join(owner, lease);
                }

                @Override
                public boolean renew(Owner owner, Duration lease) {
                    return kept.renew(owner, lease);
                }

                @Override
                public List<Owner> lapsed(Owner asking, Duration grace) {
                    return kept.lapsed(asking, Duration.ofSeconds(-10));
                }

                @Override
                public void leave(Owner owner) {
                    kept.leave(owner);
                }
            };
        }
    },

    /** A node that cannot renew its lease goes on with its work. */
    FENCES_NOT_ITSELF {
        @Override
        public LongSupplier leaseTime(LongSupplier nanoTime) {
            return () -> 0;
        }
    },

    /** The runs of a job are counted by one call, and the run is added by the next. */
    COUNT_BEFORE_ADD {
        @Override
        public Surroundings.Stores reached(Surroundings.Stores stores) {
            return stores.withRuns(new CountedBefore(stores.runs(), stores.index()));
        }
    },

    /** Nobody remembers the key of a start. */
    KEYS_FORGOTTEN {
        @Override
        public RunStore runs(RunStore kept, RunIndex index) {
            return new ForwardingRuns(kept) {
                @Override
                public AddResult add(NewRun run) {
                    return kept.add(new NewRun(
                            run.id(),
                            run.chosen(),
                            run.job(),
                            run.request(),
                            run.createdAt(),
                            run.fingerprint(),
                            Optional.empty(),
                            run.alone(),
                            run.claimFor()));
                }
            };
        }
    },

    /** A start is answered before it is durable. */
    ANSWER_BEFORE_COMMIT {
        @Override
        public Surroundings.Stores reached(Surroundings.Stores stores) {
            return stores.withRuns(new ForwardingRuns(stores.runs()) {
                @Override
                public AddResult add(NewRun run) {
                    try {
                        return stores.runs().add(run);
                    } catch (StorageUnavailable unavailable) {
                        return new AddResult.Added(run.waiting(new RunNumber(1)));
                    }
                }
            });
        }
    }
}
