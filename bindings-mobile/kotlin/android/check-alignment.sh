#!/usr/bin/env bash
# Checks that every loadable segment of 64-bit libraries is aligned to 16 KB, as Google Play asks of
# apps for Android 15 and later: check-alignment.sh FILE.so…
set -euo pipefail

[ $# -gt 0 ] || { echo "usage: $0 FILE.so…" >&2; exit 2; }
wrong=0
for file in "$@"; do
  alignments=$(readelf --program-headers --wide "$file" | awk '$1 == "LOAD" { print $NF }')
  [ -n "$alignments" ] || { echo "$file: no loadable segment" >&2; exit 2; }
  for alignment in $alignments; do
    if (( alignment < 16384 )); then
      echo "$file: a segment is aligned to $((alignment)) bytes, not to 16384"
      wrong=1
    fi
  done
done
if (( wrong == 0 )); then
  echo "every segment is aligned to 16 KB"
fi
exit "$wrong"
