#!/bin/sh
# Splits sales.csv by quarter, compresses the parts at the same time, and packs them into sales.tar.
set -eu
source=$(dirname "$0")/sales.csv
awk -F'[-,]' 'NR > 1 { print > ("quarter-" int(($2 + 2) / 3) ".csv") }' "$source"
echo '::progress 30 split by quarter'
for part in quarter-*.csv; do
  gzip -9 "$part" &
done
wait
echo '::progress 80 compressed'
tar -cf sales.tar quarter-*.csv.gz
echo "::rows total=$(($(wc -l <"$source") - 1)) inserts=$(($(wc -l <"$source") - 1))"
ls -l sales.tar
