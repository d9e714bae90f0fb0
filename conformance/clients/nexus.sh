#!/bin/sh
# A client of NEXUS IC's API as its pages describe it: login, jobStatus, jobContent. It only reads: the job's GUID comes from
# whoever has started it.
# Usage: nexus.sh URL USER PASSWORD KEY GUID
set -eu

url=$1 user=$2 password=$3 guid=$5

fail() {
  echo "nexus.sh: $1" >&2
  exit 1
}
command -v curl >/dev/null || fail 'needs curl'

basic=$(printf %s "$user:$password" | base64 | tr -d '\n')
hash=$(curl -sS --fail "$url/icweb.dll/security/login" -H "Authorization: BASIC $basic" | sed -n 's/.*"hash":"\([^"]*\)".*/\1/p')
[ -n "$hash" ] || fail 'no hash'
echo 'logged in'

polls=0
# -g: curl would take the braces for a pattern.
until job=$(curl -gsS --fail "$url/icweb.dll/jobStatus?id={$guid}&hash=$hash") && case $job in *'"status":4'*) true ;; *) false ;; esac; do
  polls=$((polls + 1))
  [ $polls -lt 300 ] || fail "the job does not complete: $job"
  sleep 0.2
done
case $job in *'"percentComplete":100'*) ;; *) fail "not complete: $job" ;; esac
echo "job {$guid} is complete"

head=$(mktemp)
trap 'rm -f "$head"' EXIT
content=$(curl -gsS --fail -D "$head" "$url/icweb.dll/jobContent?id={$guid}&hash=$hash")
grep -qi 'content-disposition: attachment;filename="report.json"' "$head" || fail 'the content has no name'
case $content in *elements*) ;; *) fail "no content: $content" ;; esac
echo "its content has ${#content} characters"

status=$(curl -gsS -o /dev/null -w '%{http_code}' "$url/icweb.dll/jobStatus?id={FAAF7FBC-0475-45ED-A148-02238E75C395}&hash=$hash")
[ "$status" = 404 ] || fail "an unknown job is $status"
