#!/bin/sh
# Waits for what is due within the hour, and does it: publishes an alert that has fired for long enough, or updates an
# incident whose alerts have not fired again for long enough.
#
# alerts-due.sh HOST: `github` or `gitlab`.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
end=$(($(date +%s) + 3600))
while :; do
  # Another run may have processed more alerts, so ask again every minute.
  git -c core.hooksPath=/dev/null fetch --quiet origin main
  git checkout --quiet --force --detach FETCH_HEAD
  due=$(env -u GH_TOKEN -u ALLCLEAR_TOKEN allclear status --json | tr -d ' \n' |
    sed -n 's/.*"alerts":{"due_at":"\([^"]*\)".*/\1/p')
  if [ -z "$due" ]; then exit 0; fi
  at=$(date --date "$due" +%s)
  now=$(date +%s)
  if [ "$at" -ge "$end" ]; then exit 0; fi
  if [ "$at" -le "$now" ]; then
    sh "$here/alerts.sh" "$1" --due
  elif [ $((at - now)) -lt 60 ]; then
    sleep $((at - now))
  else
    sleep 60
  fi
done
