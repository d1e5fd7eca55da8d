#!/bin/sh
# Sends news to each channel, once.
#
# tell.sh HOST: HOST is `github` or `gitlab`. WEBHOOKS lists the channels, one per line:
#
#   NAME FORMAT ADDRESS [OPTION…]
#
# NAME is your choice: git uses it to remember which news the channel has had. FORMAT is a format of `allclear announce`.
# ADDRESS is where to send the messages: an https: address, smtp://USER:PASSWORD@HOST:587 for email (TLS is required),
# or `-` to print them. OPTIONs are those of `allclear announce`, such as --for=chat or --to=team@example.com.
#
# If a channel fails, the next run tries it again, and other channels are not delayed. Exit status: 1 if a channel failed.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=/dev/null
. "$here/$1.sh"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

signed_in() { git -c core.hooksPath=/dev/null "$@"; }

# Programs that read records have no token or address in their environment.
unsigned() { env -u GH_TOKEN -u ALLCLEAR_TOKEN -u WEBHOOKS "$@"; }

# send FORMAT ADDRESS FILE: curl gets the address from its input, because others on the machine could read arguments.
send() {
  case $1 in
  email)
    # An mbox file: each message begins with a line that has its sender.
    awk -v to="$scratch/mail-" '/^From / { if (file) close(file); file = to sprintf("%06d", ++n) } { print > file }' "$3"
    for mail in "$scratch"/mail-*; do
      [ -e "$mail" ] || continue
      sed '1d; s/^>\(>*From \)/\1/' "$mail" > "$scratch/mail"
      sender=$(sed -n '1s/^From \([^ ]*\) .*/\1/p' "$mail")
      # A long header continues in lines that begin with a space.
      recipients=$(awk '/^$/ { exit } /^[^ ]/ { isTo = /^To: / } isTo' "$scratch/mail" |
        grep --only-matching '[^ <>,"]*@[^ <>,"]*')
      {
        printf 'url = "%s"\n' "$2"
        # A password is only sent over TLS. (smtps: always uses it.)
        case $2 in smtp://*@*) echo ssl-reqd ;; esac
        printf 'mail-from = "%s"\n' "$sender"
        for one in $recipients; do printf 'mail-rcpt = "%s"\n' "$one"; done
      } | curl --fail --silent --show-error --output /dev/null --crlf --config - --upload-file "$scratch/mail" ||
        return 1
      rm -f "$mail"
    done
    ;;
  *)
    while IFS= read -r message; do
      printf '%s' "$message" > "$scratch/message"
      printf 'url = "%s"\n' "$2" |
        curl --fail --silent --show-error --output /dev/null --config - --json "@$scratch/message" || return 1
    done < "$3"
    ;;
  esac
}

# tell NAME FORMAT ADDRESS [OPTION…]
tell() {
  name=$1 format=$2 address=$3
  shift 3
  status=0
  unsigned allclear announce --told "$name" --format "$format" "$@" > "$scratch/messages" || status=$?
  # 3: a record has errors. News from the others is written.
  if [ "$status" != 0 ] && [ "$status" != 3 ]; then return 1; fi
  if [ "$address" = - ]; then cat "$scratch/messages"
  else send "$format" "$address" "$scratch/messages" || return 1; fi
  signed_in push --quiet --force origin "refs/allclear/told/$name"
}

signed_in fetch --quiet origin '+refs/allclear/*:refs/allclear/*'
refused=
printf '%s\n' "${WEBHOOKS:-summary markdown -}" > "$scratch/webhooks"
while read -r name format address options <&3; do
  case $name in '' | '#'*) continue ;; esac
  rm -f "$scratch"/mail-*
  # shellcheck disable=SC2086 # several options
  tell "$name" "$format" "$address" $options 3<&- || {
    echo "$name failed, and will be tried again next time" >&2
    refused=1
  }
done 3< "$scratch/webhooks"
[ -z "$refused" ]
