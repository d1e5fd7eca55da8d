# What alerts.sh and tell.sh need from GitLab. ALLCLEAR_TOKEN is a project access token with the scopes `api` and
# `write_repository`.
# shellcheck shell=sh
git config user.name "Allclear"
git config user.email "allclear@noreply.${CI_SERVER_HOST:-localhost}"
# shellcheck disable=SC2016 # git's shell expands it
git config credential.helper '!f() { echo username=allclear; echo "password=$ALLCLEAR_TOKEN"; }; f'
requests=$CI_API_V4_URL/projects/$CI_PROJECT_ID/merge_requests

# curl gets the token from its input, because others on the machine could read arguments.
ask() {
  printf 'PRIVATE-TOKEN: %s' "$ALLCLEAR_TOKEN" | curl --fail --silent --show-error --header @- "$@"
}

open_request() {
  ask --get --data state=opened --data-urlencode "source_branch=$1" "$requests" | sed -n 's/^\[{[^}]*"iid":\([0-9]*\).*/\1/p'
}

# propose BRANCH TITLE BODY: opens a merge request, unless one is open.
propose() {
  if [ -n "$(open_request "$1")" ]; then return; fi
  ask --output /dev/null --data-urlencode "source_branch=$1" --data target_branch=main --data-urlencode "title=$2" \
    --data-urlencode "description@$3" --data remove_source_branch=true "$requests" || [ -n "$(open_request "$1")" ]
}

# retract BRANCH: closes its merge request, and deletes the branch.
retract() {
  number=$(open_request "$1")
  if [ -n "$number" ]; then ask --output /dev/null --request PUT --data state_event=close "$requests/$number"; fi
  git -c core.hooksPath=/dev/null push --quiet origin --delete "$1" || true
}

# publish: nothing to do, because the push has already started a pipeline.
publish() { :; }
