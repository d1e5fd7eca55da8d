#!/bin/sh
# Processes an alert, or does what is due at a scheduled time. Pushes the ledger and published records to main, and opens a pull
# request for each record that needs review.
#
# alerts.sh HOST [ARGUMENT…]: HOST is `github` or `gitlab`; the arguments are those of `allclear alert`, such as
# --from-event FILE or --due.
#
# Several of these can run at the same time. If another one pushes first, this one fetches main and starts again, which
# never repeats anything.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=/dev/null
. "$here/$1.sh"
shift
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
# Read this now: a fetch or checkout replaces it.
author=$(git var GIT_AUTHOR_IDENT | sed 's/.*<\(.*\)>.*/\1/')

signed_in() { git -c core.hooksPath=/dev/null "$@"; }

# Programs that read records have no token in their environment.
unsigned() { env -u GH_TOKEN -u ALLCLEAR_TOKEN "$@"; }

take_main() {
  signed_in fetch --quiet --prune origin '+refs/heads/*:refs/remotes/origin/*'
  git checkout --quiet --force --detach origin/main
  if [ -d alerts ]; then git clean --quiet --force -d alerts; fi
  git clean --quiet --force -d incidents
}

# Succeeds if the branch exists and a person has pushed to it. Then it is theirs.
has_another_author() {
  git log --format=%ae "origin/main..origin/$1" 2>/dev/null | grep --quiet --invert-match --fixed-strings --line-regexp "$author"
}

# review PATH: pushes the file to its own branch, and requests a review.
review() {
  branch=alert/$(basename "$1" .md)
  if has_another_author "$branch"; then return; fi
  git add -- "$1"
  git commit --quiet --message "Report $(basename "$1" .md)"
  if ! git diff --quiet "origin/$branch" HEAD -- "$1" 2>/dev/null; then
    signed_in push --quiet --force origin "HEAD:refs/heads/$branch"
  fi
  {
    echo "Allclear created this record from alerts. Merge to publish it, or close to decline it."
    echo "Changes on the site:"
    echo
    # Act as if the record were published now. In a code block, nothing in it takes effect.
    unsigned allclear stamp --published=origin/main > /dev/null || true
    unsigned allclear diff origin/main | sed 's/^/    /'
  } > "$scratch/body.md"
  propose "$branch" "$(basename "$1" .md)" "$scratch/body.md"
}

# Exits with 75 if another run pushed first.
run_once() (
  take_main
  status=0
  unsigned allclear alert --plan "$@" > "$scratch/plan" || status=$?
  # 3: a record has errors. The alert is still in the ledger.
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
  # Push branches first: once the ledger in main names a record, no run writes it again.
  while IFS= read -r path; do
    git checkout --quiet --force --detach origin/main
    mkdir -p "$(dirname "$path")"
    cp -- "$scratch/files/$path" "$path"
    review "$path"
  done < "$scratch/reviews"
  git checkout --quiet --force --detach origin/main
  git read-tree --reset -u "$tree"
  if ! git diff --cached --quiet; then
    git commit --quiet --message "Process alerts"
    signed_in push --quiet origin HEAD:main || exit 75
    if grep --quiet '^publish ' "$scratch/plan"; then publish; fi
  fi
  exit "$status"
)

for try in 1 2 3 4 5 6 7 8; do
  # Run it in the background, so that `set -e` applies inside it.
  run_once "$@" &
  status=0
  wait "$!" || status=$?
  if [ "$status" != 75 ]; then exit "$status"; fi
  sleep "$try"
done
echo "main changed during every attempt: the alert is not in the ledger yet" >&2
exit 1
