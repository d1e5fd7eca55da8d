# What alerts.sh and tell.sh ask of GitHub. GH_TOKEN has to be able to push, to open pull requests, and to start workflows.
# shellcheck shell=sh
git config user.name "github-actions[bot]"
git config user.email "41898282+github-actions[bot]@users.noreply.github.com"
git config credential.helper '!gh auth git-credential'

# propose BRANCH TITLE BODY: opens a pull request, unless there is one.
propose() {
  if [ -n "$(gh pr list --head "$1" --state open --json number --jq '.[].number')" ]; then return; fi
  # Another run may have opened it just now.
  gh pr create --head "$1" --base main --title "$2" --body-file "$3" ||
    [ -n "$(gh pr list --head "$1" --state open --json number --jq '.[].number')" ]
  # What a workflow opens starts no other by itself.
  gh workflow run check.yml --ref "$1"
}

# retract BRANCH: closes its pull request, and deletes it.
retract() {
  if [ -n "$(gh pr list --head "$1" --state open --json number --jq '.[].number')" ]; then
    gh pr close "$1" --delete-branch --comment "This was over before anybody published it."
  fi
}

# publish: builds the page. What a workflow pushes starts no other by itself.
publish() { gh workflow run publish.yml --ref main; }
