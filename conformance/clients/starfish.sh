#!/bin/sh
# A client of the StarfishETL API as its pages describe it: token, ExecuteJobAsync, Results, ExecuteJob, Webhook.
# Usage: starfish.sh URL USER PASSWORD
# The project Default must have the jobs conf-report and conf-echo. The API has no call to stop a job.
set -eu

url=$1 user=$2 password=$3

fail() {
  echo "starfish.sh: $1" >&2
  exit 1
}
command -v curl >/dev/null || fail 'needs curl'

member() {
  sed -n "s/.*\"$1\":\"\{0,1\}\([^\",}]*\).*/\1/p"
}

token=$(curl -sS --fail "$url/token" -d grant_type=password --data-urlencode "username=$user" \
  --data-urlencode "password=$password" | member access_token)
[ -n "$token" ] || fail 'no token'
echo 'has a token'

post() {
  call=$1 type=$2 accept=$3
  curl -sS --fail -X POST "$url/v1/$call" -H "Authorization: Bearer $token" -H "Content-Type: $type" -H "Accept: $accept" -d "$4"
}
results() {
  curl -sS --fail "$url/v1/Results/$1" -H "Authorization: Bearer $token"
}
await() {
  polls=0
  until rows=$(results "$1") && [ "$(printf %s "$rows" | member status)" = Complete ]; do
    polls=$((polls + 1))
    [ $polls -lt 300 ] || fail "the run does not complete: $rows"
    sleep 0.2
  done
}

run=$(cat /proc/sys/kernel/random/uuid)
started=$(post ExecuteJobAsync application/json application/json \
  "{\"runID\":\"$run\",\"projectID\":\"Default\",\"jobID\":\"conf-report\",\"loggingLevel\":1}")
[ "$(printf %s "$started" | member started)" = true ] || fail "not started: $started"
await "$run"
echo "run $run completed with $(printf %s "$rows" | member totalRows) rows"

run=$(cat /proc/sys/kernel/random/uuid)
namespace=http://schemas.datacontract.org/2004/07/StarfishAPI.Controllers
started=$(post ExecuteJobAsync application/xml application/xml "<execJobAsyncRequest xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns=\"$namespace\"><jobID>conf-report</jobID><projectID>Default</projectID><runID>$run</runID></execJobAsyncRequest>")
case $started in *'<started>true</started>'*) ;; *) fail "not started: $started" ;; esac
await "$run"
echo "run $run completed, asked for in XML"

run=$(cat /proc/sys/kernel/random/uuid)
ended=$(post ExecuteJob application/json application/json \
  "{\"runID\":\"$run\",\"projectID\":\"Default\",\"jobID\":\"conf-report\",\"loggingLevel\":3}")
[ "$(printf %s "$ended" | member status)" = Complete ] || fail "not completed: $ended"
case $ended in *'cache warmed'*) ;; *) fail "no log: $ended" ;; esac
echo "run $run completed while the client waited, with its log"

started=$(curl -sS --fail -X POST "$url/v1/Webhook?projectid=Default&jobid=conf-echo" -H "Authorization: Bearer $token" \
  -H 'Content-Type: text/plain' -d 'record 42')
run=$(printf %s "$started" | member runID)
await "$run"
echo "run $run completed, asked for by a webhook"
