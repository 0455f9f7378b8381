# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of kontorctl. What it completes is asked of kontorctl itself: commands and options
# need no daemon; kinds, fields and actions are asked of one that runs, and none is started.
# shellcheck shell=bash

# The names in a list of objects: of the objects themselves, not of what stands in them.
_kontorctl_names ()
{
  command kontorctl --json --no-start "$@" 2> /dev/null |
    sed -n 's/^    "name" : "\(.*\)",\{0,1\}$/\1/p'
}

# The names one list deeper: the fields of a kind.
_kontorctl_fields ()
{
  command kontorctl --json --no-start kinds "$1" 2> /dev/null |
    sed -n 's/^      "name" : "\(.*\)",\{0,1\}$/\1=/p'
}

_kontorctl_options ()
{
  command kontorctl help "$@" 2> /dev/null | sed -n 's/^  \(--[a-z-]*\).*/\1/p'
}

_kontorctl_offer ()
{
  mapfile -t COMPREPLY < <(compgen -W "$1" -- "$cur")
  if [[ ${COMPREPLY[0]-} == *= ]]; then
    compopt -o nospace 2> /dev/null
  fi
}

_kontorctl ()
{
  local cur=${COMP_WORDS[COMP_CWORD]} word
  local -a words=() name=()
  local i

  for ((i = 1; i < COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    [[ $word == -* ]] || words+=("$word")
  done
  COMPREPLY=()

  case ${words[0]-} in
    '')
      if [[ $cur == -* ]]; then
        _kontorctl_offer '--json --no-start --help --version'
      else
        _kontorctl_offer "$(_kontorctl_names help | cut -d ' ' -f 1 | sort -u)"
      fi
      return ;;
    channel | demo)
      name=("${words[@]:0:2}") ;;
    *)
      name=("${words[0]}") ;;
  esac

  if [[ $cur == -* ]]; then
    _kontorctl_offer "$(_kontorctl_options "${name[@]}")"
    return
  fi

  case "${words[0]} ${#words[@]}" in
    'kinds 1' | 'list 1' | 'get 1' | 'save 1' | 'remove 1' | 'import 1' | 'export 1' | 'sum 1')
      _kontorctl_offer "$(_kontorctl_names kinds)" ;;
    'import 2')
      mapfile -t COMPREPLY < <(compgen -f -- "$cur") ;;
    'calendar '*)
      _kontorctl_offer "$(_kontorctl_fields booking)" ;;
    'list '* | 'save '* | 'export '* | 'sum '*)
      _kontorctl_offer "$(_kontorctl_fields "${words[1]}")" ;;
    'do 1')
      _kontorctl_offer "$(_kontorctl_names "do")" ;;
    'channel 1' | 'demo 1')
      _kontorctl_offer "$(_kontorctl_names help | sed -n "s/^${words[0]} //p")" ;;
    'channel 2')
      [[ ${words[1]} == add || ${words[1]} == kinds ]] &&
        _kontorctl_offer "$(_kontorctl_names channel kinds)" ;;
    'demo 2')
      [[ ${words[1]} == load ]] &&
        _kontorctl_offer "$(command kontorctl --no-start demo list 2> /dev/null)" ;;
    'help 1')
      _kontorctl_offer "$(_kontorctl_names help | cut -d ' ' -f 1 | sort -u)" ;;
  esac

  return 0
}

complete -F _kontorctl kontorctl
