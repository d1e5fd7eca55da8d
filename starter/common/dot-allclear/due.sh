#!/bin/sh
# Ends once a published page is out of date by the clock: a promised update is late, maintenance begins, a day is over.
# If that comes within the hour, it is waited for, so that one run an hour is enough.
#
# due.sh PAGE [NEXT]: the page's address, and when it next changes where that is known; else the page is asked.
# Exit status 0: build the page now. 75: nothing is due within the hour.
set -eu
page=${1%/}
next=${2:-}
end=$(($(date +%s) + 3600))
while :; do
  if [ -z "$next" ]; then
    # Where there is no answer, the page is built: that costs a minute, and a page that is out of date costs more. No
    # cache has the answer to a question that has the time in it.
    statistics=$(curl --fail --silent --location --retry 2 --max-time 30 "$page/api/statistics.json?$(date +%s)") || exit 0
    next=$(printf '%s' "$statistics" | sed -n 's/.*"next_change_at": *"\([^"]*\)".*/\1/p')
  fi
  if [ -z "$next" ]; then
    echo "The page does not change by the clock."
    exit 75
  fi
  echo "The page next changes at $next."
  due=$(date --date "$next" +%s)
  if [ "$due" -ge "$end" ]; then exit 75; fi
  left=$((due - $(date +%s)))
  if [ "$left" -le 0 ]; then exit 0; fi
  sleep "$left"
  # Meanwhile somebody may have published a page that changes later.
  next=
done
