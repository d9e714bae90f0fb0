#!/bin/sh
# A client of the native API: makes a job, starts it so that a repeat is harmless, waits, reads log and content, stops one.
# Usage: native.sh URL USER PASSWORD KEY
set -eu

url=$1/platform/v1 key=$4

fail() {
  echo "native.sh: $1" >&2
  exit 1
}
command -v curl >/dev/null || fail 'needs curl'

member() {
  sed -n "s/.*\"$1\":\"\{0,1\}\([^\",}]*\).*/\1/p"
}

call() {
  method=$1 path=$2
  shift 2
  curl -sS --fail -X "$method" "$url/$path" -H "Authorization: Bearer $key" -H 'Content-Type: application/json' "$@"
}

job=client-sh-$$
call PUT "jobs/$job" -o /dev/null -d '{"project":"Clients","name":"'"$job"'","runner":"command",
  "command":{"argv":["/bin/sh","-c","echo working; printf %s \"$JOB_PARAM_WHO\" >greeting.txt"],
  "content":{"file":"greeting.txt","mediaType":"text/plain"}},"parameters":{"who":"world"}}'
echo "made job $job"

run=$(call POST "jobs/$job/runs" -H "Idempotency-Key: $job" -H 'Prefer: wait=30' -d '{"parameters":{"who":"there"}}')
[ "$(printf %s "$run" | sed -n 's/.*"state":"\([A-Z_]*\)".*/\1/p')" = COMPLETED ] || fail "it did not complete: $run"
id=$(printf %s "$run" | sed -n 's/^{"id":"\([^"]*\)".*/\1/p')
again=$(call POST "jobs/$job/runs" -H "Idempotency-Key: $job" -d '{"parameters":{"who":"there"}}')
[ "$(printf %s "$again" | sed -n 's/^{"id":"\([^"]*\)".*/\1/p')" = "$id" ] || fail "it was started twice: $again"
echo "run $id completed"

call GET "runs/$id/log" | grep -q working || fail 'its log is not there'
[ "$(call GET "runs/$id/content")" = there ] || fail 'its content is not there'
echo 'its log and content are there'

call PUT "jobs/$job-slow" -o /dev/null -d '{"project":"Clients","name":"'"$job-slow"'","runner":"noop","noop":{"duration":"PT1M"}}'
call PUT "runs/$job-run" -o /dev/null -d '{"job":"'"$job-slow"'"}'
call POST "runs/$job-run/stop" -o /dev/null -d '{"mode":"now"}'
stopped=$(call GET "runs/$job-run?wait=30" | sed -n 's/.*"state":"\([A-Z_]*\)".*/\1/p')
[ "$stopped" = STOPPED ] || fail "it was not stopped: $stopped"
echo "run $job-run was stopped"
call DELETE "jobs/$job"
call DELETE "jobs/$job-slow"
