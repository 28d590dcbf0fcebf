// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/catalogue.h"

#include "core/networks/adm/adm_unet.h"
#include "core/networks/compact/compact_unet.h"
#include "core/networks/ncsnpp/ncsnpp.h"
#include "core/networks/restorers/drunet.h"
#include "core/networks/restorers/lama.h"
#include "core/networks/restorers/nafnet.h"
#include "core/networks/restorers/rrdb_net.h"
#include "core/networks/restorers/scunet.h"
#include "core/networks/restorers/srvgg_net.h"
#include "core/networks/unet2d/unet2d_model.h"

#include <nlohmann/json.hpp>

#include <array>

namespace palimpsest {

namespace {

std::unique_ptr<Network> makeAdmUNet(const Json& config) {
    return std::make_unique<AdmUNet>(admUNetConfigFromJson(config));
}

std::unique_ptr<Network> makeCompactUNet(const Json& config) {
    return std::make_unique<CompactUNet>(compactUNetConfigFromJson(config));
}

std::unique_ptr<Network> makeNcsnPp(const Json& config) {
    return std::make_unique<NcsnPp>(ncsnppConfigFromJson(config));
}

std::unique_ptr<Network> makeUnet2d(const Json& config) {
    return std::make_unique<Unet2dModel>(unet2dConfigFromJson(config));
}

template <typename Made, auto kConfigFromJson>
std::unique_ptr<Network> makeRestorer(const Json& config) {
    return std::make_unique<Made>(kConfigFromJson(config));
}

constexpr std::array kNetworks{
    NetworkEntry{"adm-unet", makeAdmUNet},
    NetworkEntry{"compact-unet", makeCompactUNet},
    NetworkEntry{"drunet", makeRestorer<DruNet, druNetConfigFromJson>},
    NetworkEntry{"lama", makeRestorer<Lama, lamaConfigFromJson>},
    NetworkEntry{"nafnet", makeRestorer<NafNet, nafNetConfigFromJson>},
    NetworkEntry{"ncsnpp", makeNcsnPp},
    NetworkEntry{"rrdb-net", makeRestorer<RrdbNet, rrdbConfigFromJson>},
    NetworkEntry{"scunet", makeRestorer<ScuNet, scuNetConfigFromJson>},
    NetworkEntry{"srvgg-net", makeRestorer<SrvggNet, srvggConfigFromJson>},
    NetworkEntry{"unet2d", makeUnet2d},
};

} // namespace

const Catalogue<NetworkEntry>& networkCatalogue() {
    static const Catalogue<NetworkEntry> catalogue("architecture", kNetworks);
    return catalogue;
}

std::unique_ptr<Network> makeNetwork(std::string_view architecture, const Json& config) {
    return networkCatalogue().at(architecture).make(config);
}

} // namespace palimpsest
