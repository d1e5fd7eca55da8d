#!/bin/sh
# Takes in an alert, or does what is due by the clock, and brings the outcome to git: the ledger and what is published
# to main, and each record that awaits review to a branch and a pull request of its own.
#
# alerts.sh HOST [ARGUMENT…]: `github` or `gitlab`, and what `allclear alert` takes, as in --from-event FILE, or --due.
#
# Several of these may run at the same time. Where another one was faster, main is fetched and all is done again, which
# changes nothing that was done already.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=/dev/null
. "$here/$1.sh"
shift
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
# A fetch or a checkout replaces what this reads.
author=$(git var GIT_AUTHOR_IDENT | sed 's/.*<\(.*\)>.*/\1/')

signed_in() { git -c core.hooksPath=/dev/null "$@"; }

# No token is in the environment of what reads the records.
unsigned() { env -u GH_TOKEN -u ALLCLEAR_TOKEN "$@"; }

take_main() {
  signed_in fetch --quiet --prune origin '+refs/heads/*:refs/remotes/origin/*'
  git checkout --quiet --force --detach origin/main
  if [ -d alerts ]; then git clean --quiet --force -d alerts; fi
  git clean --quiet --force -d incidents
}

# Whether the branch is there, and a person has pushed to it: then it is theirs.
has_another_author() {
  git log --format=%ae "origin/main..origin/$1" 2>/dev/null | grep --quiet --invert-match --fixed-strings --line-regexp "$author"
}

# review PATH: puts the file, as it was written, on its branch, and asks for a review.
review() {
  branch=alert/$(basename "$1" .md)
  if has_another_author "$branch"; then return; fi
  git add -- "$1"
  git commit --quiet --message "Report $(basename "$1" .md)"
  if ! git diff --quiet "origin/$branch" HEAD -- "$1" 2>/dev/null; then
    signed_in push --quiet --force origin "HEAD:refs/heads/$branch"
  fi
  {
    echo "Alerts ask for this. Merge it to publish it, or close it if it is not to be published."
    echo "On the page it changes:"
    echo
    # As if it were published now. In a block of code, nothing acts.
    unsigned allclear stamp --published=origin/main > /dev/null || true
    unsigned allclear diff origin/main | sed 's/^/    /'
  } > "$scratch/body.md"
  propose "$branch" "$(basename "$1" .md)" "$scratch/body.md"
}

# Ends with 75 where another run was faster.
run_once() (
  take_main
  status=0
  unsigned allclear alert --plan "$@" > "$scratch/plan" || status=$?
  # 3: a record has errors. What the alert said is in the ledger all the same.
  if [ "$status" != 0 ] && [ "$status" != 3 ]; then exit "$status"; fi
  : > "$scratch/reviews"
  rm -rf "$scratch/files"
  while read -r word path; do
    case $word in
    ledger | publish) git add -- "$path" ;;
    review)
      echo "$path" >> "$scratch/reviews"
      mkdir -p "$scratch/files/$(dirname "$path")"
      cp -- "$path" "$scratch/files/$path"
      ;;
    withdraw)
      branch=alert/$(basename "$path" .md)
      if ! has_another_author "$branch"; then retract "$branch"; fi
      ;;
    esac
  done < "$scratch/plan"
  tree=$(git write-tree)
  # The branches come first: once main's ledger names a record, no run writes it again.
  while IFS= read -r path; do
    git checkout --quiet --force --detach origin/main
    mkdir -p "$(dirname "$path")"
    cp -- "$scratch/files/$path" "$path"
    review "$path"
  done < "$scratch/reviews"
  git checkout --quiet --force --detach origin/main
  git read-tree --reset -u "$tree"
  if ! git diff --cached --quiet; then
    git commit --quiet --message "Take in alerts"
    signed_in push --quiet origin HEAD:main || exit 75
    if grep --quiet '^publish ' "$scratch/plan"; then publish; fi
  fi
  exit "$status"
)

for try in 1 2 3 4 5 6 7 8; do
  # By itself, so that what fails in it ends it.
  run_once "$@" &
  status=0
  wait "$!" || status=$?
  if [ "$status" != 75 ]; then exit "$status"; fi
  sleep "$try"
done
echo "main moved on each time: the alert is not in the ledger yet" >&2
exit 1
