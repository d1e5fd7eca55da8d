#!/bin/sh
# Waits until the next scheduled change to the published site, if that is within the hour: a promised update is late,
# maintenance starts, or a day ends. Run it once an hour.
#
# due.sh PAGE [NEXT]: PAGE is the address of the site. NEXT is when it next changes; by default, the site is asked.
# Exit status: 0 to build the site now, 75 if nothing is due within the hour.
set -eu
page=${1%/}
next=${2:-}
end=$(($(date +%s) + 3600))
while :; do
  if [ -z "$next" ]; then
    # Without an answer, build the site: that costs a minute, but an outdated site costs more. The time in the address
    # keeps caches from answering.
    statistics=$(curl --fail --silent --location --retry 2 --max-time 30 "$page/api/statistics.json?$(date +%s)") || exit 0
    next=$(printf '%s' "$statistics" | sed -n 's/.*"next_change_at": *"\([^"]*\)".*/\1/p')
  fi
  if [ -z "$next" ]; then
    echo "The site has no scheduled change."
    exit 75
  fi
  echo "The site next changes at $next."
  due=$(date --date "$next" +%s)
  if [ "$due" -ge "$end" ]; then exit 75; fi
  left=$((due - $(date +%s)))
  if [ "$left" -le 0 ]; then exit 0; fi
  sleep "$left"
  # In the meantime, somebody may have published a site that changes later.
  next=
done
