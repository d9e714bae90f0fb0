#!/bin/sh
# A client of Informatica Cloud's REST API, version 2, as its pages describe it: login, start, monitor, log, stop, logout.
# Usage: informatica.sh URL USER PASSWORD
# The tasks MappingTask1 (MTT) and taskName (WORKFLOW) must be in the Default folder.
set -eu

url=$1 user=$2 password=$3

fail() {
  echo "informatica.sh: $1" >&2
  exit 1
}
command -v curl >/dev/null || fail 'needs curl'

# The value of a member of a JSON text without nested members of the same name.
member() {
  sed -n "s/.*\"$1\":\"\{0,1\}\([^\",}]*\).*/\1/p"
}

login=$(curl -sS --fail -X POST "$url/ma/api/v2/user/login" -H 'Content-Type: application/json' -H 'Accept: application/json' \
  -d "{\"@type\":\"login\",\"username\":\"$user\",\"password\":\"$password\"}")
session=$(printf %s "$login" | member icSessionId)
server=$(printf %s "$login" | member serverUrl)
[ -n "$session" ] && [ -n "$server" ] || fail "no session: $login"
echo "logged in at $server"

# curl's own Content-Type, as many scripts leave it.
started=$(curl -sS --fail -X POST "$server/api/v2/job" -H "icSessionId: $session" -H 'Accept: application/json' \
  -d '{"@type":"job","taskName":"Conformance second","taskType":"MTT"}')
run=$(printf %s "$started" | member runId)
task=$(printf %s "$started" | member taskId)
[ "$run" -gt 0 ] || fail "not started: $started"
echo "started run $run of task $task"

polls=0
while curl -sS --fail "$server/api/v2/activity/activityMonitor?details=true" -H "icSessionId: $session" | grep -q "\"runId\":$run,"; do
  polls=$((polls + 1))
  [ $polls -lt 300 ] || fail 'the run does not end'
  sleep 0.2
done
echo "it left the monitor"

entry=$(curl -sS --fail "$server/api/v2/activity/activityLog?taskId=$task&runId=$run" -H "icSessionId: $session")
[ "$(printf %s "$entry" | member state)" = 1 ] || fail "it did not succeed: $entry"
id=$(printf %s "$entry" | member id)
echo "it succeeded and ended at $(printf %s "$entry" | member endTime)"

log=$(mktemp)
trap 'rm -f "$log"' EXIT
curl -sS --fail -o "$log" "$server/api/v2/activity/activityLog/$id/sessionLog" -H "icSessionId: $session"
[ "$(head -c 2 "$log")" = PK ] || fail 'the session log is no zip archive'
echo "its session log has $(wc -c <"$log" | tr -d ' ') bytes"

started=$(curl -sS --fail -X POST "$server/api/v2/job" -H "icSessionId: $session" -H 'Content-Type: application/json' \
  -d '{"@type":"job","taskName":"taskName","taskType":"WORKFLOW"}')
run=$(printf %s "$started" | member runId)
curl -sS --fail -o /dev/null -X POST "$server/api/v2/job/stop" -H "icSessionId: $session" -H 'Content-Type: application/json' \
  -d '{"@type":"job","taskName":"taskName","taskType":"WORKFLOW"}'
polls=0
until entry=$(curl -sS "$server/api/v2/activity/activityLog?runId=$run" -H "icSessionId: $session") && [ "$entry" != '[]' ]; do
  polls=$((polls + 1))
  [ $polls -lt 300 ] || fail 'the stopped run does not end'
  sleep 0.2
done
[ "$(printf %s "$entry" | member isStopped)" = true ] || fail "it was not stopped: $entry"
echo "run $run was stopped"

curl -sS --fail -o /dev/null -X POST "$server/api/v2/user/logout" -H "icSessionId: $session"
status=$(curl -sS -o /dev/null -w '%{http_code}' "$server/api/v2/activity/activityMonitor" -H "icSessionId: $session")
[ "$status" = 401 ] || fail "the session lives on: $status"
echo 'logged out'
