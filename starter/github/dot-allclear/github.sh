# What alerts.sh and tell.sh need from GitHub. GH_TOKEN must be able to push, open pull requests and start workflows.
# shellcheck shell=sh
git config user.name "github-actions[bot]"
git config user.email "41898282+github-actions[bot]@users.noreply.github.com"
git config credential.helper '!gh auth git-credential'

# propose BRANCH TITLE BODY: opens a pull request, unless one is open.
propose() {
  if [ -n "$(gh pr list --head "$1" --state open --json number --jq '.[].number')" ]; then return; fi
  # Another run may have opened it just now.
  gh pr create --head "$1" --base main --title "$2" --body-file "$3" ||
    [ -n "$(gh pr list --head "$1" --state open --json number --jq '.[].number')" ]
  # A pull request from a workflow does not start other workflows.
  gh workflow run check.yml --ref "$1"
}

# retract BRANCH: closes its pull request, and deletes the branch.
retract() {
  if [ -n "$(gh pr list --head "$1" --state open --json number --jq '.[].number')" ]; then
    gh pr close "$1" --delete-branch --comment "The incident ended before it was published."
  fi
}

# publish: builds the site. A push by a workflow does not start other workflows.
publish() { gh workflow run publish.yml --ref main; }
