#!/bin/sh
# Ends with status 3 when there is no stock list.
list=$(dirname "$0")/stock.csv
echo "::progress 10 looking for $list"
if [ ! -r "$list" ]; then
  echo "there is no stock list at $list" >&2
  exit 3
fi
