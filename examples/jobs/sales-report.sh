#!/bin/sh
# Reads sales.csv, which lies beside this script, and writes report.json into the run's own folder.
# The first argument is a region, or `all`. JOB_PARAM_PAUSE seconds pass between two blocks of rows.
set -eu
region=$1
source=$(dirname "$0")/sales.csv
echo "summing $source for region $region, rows ${JOB_ROWS_BEGIN:-1} to ${JOB_ROWS_END:-the last}"

awk -F, -v region="$region" -v begin="${JOB_ROWS_BEGIN:-1}" -v end="${JOB_ROWS_END:-0}" -v pause="${JOB_PARAM_PAUSE:-0}" \
    -v all="$(($(wc -l <"$source") - 1))" '
  function say(line) { print line; fflush() }
  NR == 1 { next }                                   # the header
  { row = NR - 1 }
  row < begin { next }
  end > 0 && row > end { exit }
  {
    read++
    if (NF != 4 || $4 !~ /^[0-9]+$/) {
      wrong++
      say("::log warning row " row " is malformed and was left out")
    } else if (region == "all" || $2 == region) {
      sold[$3] += $4
      used++
    } else {
      skipped++
    }
    if (read % 100 == 0) {
      last = end > 0 && end < all ? end : all
      say("::progress " int(95 * (row - begin + 1) / (last - begin + 1)) " row " row " of " last)
      say("::rows total=" read " inserts=" used + 0 " skips=" skipped + 0 " errors=" wrong + 0)
      if (pause > 0) system("sleep " pause + 0)
    }
  }
  END {
    out = "report.json"
    printf "{\"region\":\"%s\",\"rows\":%d,\"sales\":{", region, used > out
    for (product in sold) {
      printf "%s\"%s\":%d", separator, product, sold[product] > out
      separator = ","
    }
    print "}}" > out
    say("::rows total=" read + 0 " inserts=" used + 0 " skips=" skipped + 0 " errors=" wrong + 0)
    say("::progress 100 the report is written")
  }' "$source"
