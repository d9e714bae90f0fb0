#!/bin/sh
# A client of InfoLink's API as its pages describe it: executeJob, getJobStatus, stopJob.
# Usage: infolink.sh URL USER PASSWORD KEY (the API knows no users; only the key counts)
# The app 7 must have the scenario Main and the job Long.
set -eu

url=$1/api/v1 key=$4

fail() {
  echo "infolink.sh: $1" >&2
  exit 1
}
command -v curl >/dev/null || fail 'needs curl'

execute() {
  curl -sS --fail -H "Content-Type: application/json" -X POST -d "$1" "$url/executeJob.jsp"
}
job_status() {
  curl -sS --fail "$url/getJobStatus.jsp?apiKey=$key&appId=7&jobId=$1"
}
job_id() {
  sed -n 's/.*"jobId":"\([^"]*\)".*/\1/p'
}
await() {
  polls=0
  while answer=$(job_status "$1") && case $answer in *'"status":"running"'*) true ;; *) false ;; esac; do
    polls=$((polls + 1))
    [ $polls -lt 300 ] || fail "the job does not end: $answer"
    sleep 0.2
  done
}

scenario='"operation":{"opName": "RunScenario", "opParams": {"scenario": "Main", "parameters": {}}}'
job=$(execute "{\"apiKey\":\"$key\",\"appId\":\"7\",$scenario}" | job_id)
[ -n "$job" ] || fail 'not started'
await "$job"
case $answer in *'"status":"completed"'*IBM*) ;; *) fail "not completed: $answer" ;; esac
echo "job $job completed with its results"

answer=$(execute "{\"apiKey\":\"$key\",\"appId\":\"7\",$scenario,\"isAsync\":false,\"noResultSchema\":true}")
case $answer in *schema*) fail "with a schema: $answer" ;; *'"company_name":"Microsoft"'*) ;; *) fail "no results: $answer" ;; esac
echo 'a job completed while the client waited'

job=$(execute "{\"apiKey\":\"$key\",\"appId\":\"7\",\"operation\":{\"opName\":\"Long\",\"opParams\":{}}}" | job_id)
curl -sS --fail "$url/stopJob.jsp?apiKey=$key&appId=7&jobId=$job" | grep -q '"stop started"' || fail 'not stopped'
await "$job"
case $answer in *'"status":"stopped"'*) ;; *) fail "not stopped: $answer" ;; esac
echo "job $job was stopped"

execute '{"appId":"7"}' | grep -q '"message":"apiKey parameter is required."' || fail 'no key was needed'
