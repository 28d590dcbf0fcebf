#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Palimpsest authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Trains the two embedded priors from the photographs that collect_photos.py gathers, on two processor cores:
#   train.sh PHOTOS OUTPUT [MINUTES]
# The priors are OUTPUT/photo-fill/prior and OUTPUT/photo/prior. A run that was stopped or killed goes on when it is
# started again; with more minutes, a finished one does.
set -euo pipefail
photos=${1:?usage: train.sh PHOTOS OUTPUT [MINUTES]}
output=${2:?usage: train.sh PHOTOS OUTPUT [MINUTES]}
minutes=${3:-120}
program=${PALIMPSEST:-palimpsest}
data="402 photographs from Debian packages: packaging/priors/photo lists them with their licences."
export OMP_WAIT_POLICY=PASSIVE

run() { # ID KIND TITLE
  nice -n 19 "$program" train "$photos/train" -o "$output/$1" --kind "$2" --id "$1" --title "$3" \
    --licence GPL-3.0-or-later --training-data "$data" \
    --steps 1000000 --minutes "$minutes" --batch 16 --learning-rate 1e-3 --seed 1 --threads 1
}
run photo-fill fill "Photographs, fill" &
fill=$!
run photo diffusion "Photographs"
wait "$fill"
