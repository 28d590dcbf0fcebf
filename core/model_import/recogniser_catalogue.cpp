// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model_import/recogniser.h"

namespace palimpsest {

extern const Recogniser kAdmRecogniser;
extern const Recogniser kDruNetRecogniser;
extern const Recogniser kLamaRecogniser;
extern const Recogniser kNafNetRecogniser;
extern const Recogniser kNcsnppRecogniser;
extern const Recogniser kPriorRecogniser;
extern const Recogniser kRrdbRecogniser;
extern const Recogniser kScuNetRecogniser;
extern const Recogniser kSimpleDdpmRecogniser;
extern const Recogniser kSrvggRecogniser;
extern const Recogniser kUnet2dRecogniser;

const Catalogue<Recogniser>& recogniserCatalogue() {
    static const Recogniser recognisers[] = {
        kPriorRecogniser, // says for itself what it is
        kAdmRecogniser,   kNcsnppRecogniser, kUnet2dRecogniser, kSimpleDdpmRecogniser, kRrdbRecogniser,
        kSrvggRecogniser, kDruNetRecogniser, kScuNetRecogniser, kNafNetRecogniser,     kLamaRecogniser,
    };
    static const Catalogue<Recogniser> catalogue("family of networks", recognisers);
    return catalogue;
}

} // namespace palimpsest
