#!/bin/sh
# Loads JOB_PARAM_BATCHES batches. A clean stop arrives as SIGTERM: the batch in hand is finished, then the run ends.
batches=${JOB_PARAM_BATCHES:-60}
stopping=
slept=
trap 'stopping=yes' TERM
batch=0
while [ "$batch" -lt "$batches" ] && [ -z "$stopping" ]; do
  batch=$((batch + 1))
  # The signal may end the sleep, not the batch.
  until [ -n "$slept" ]; do sleep 1 && slept=yes; done
  slept=
  echo "::progress $((100 * batch / batches)) batch $batch of $batches"
  echo "::rows total=$((batch * 1000)) inserts=$((batch * 1000))"
  echo "batch $batch is loaded"
done
[ -z "$stopping" ] || echo "stopped cleanly after batch $batch"
