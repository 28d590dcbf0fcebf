// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model_import/other_checkpoints.h"

#include <algorithm>
#include <array>

namespace palimpsest {
namespace {

bool isAdapter(const WeightSet& w) {
    return w.mentions("lora_up.") || w.mentions("lora_down.") || w.mentions("lora_A.") || w.mentions("lora_B.") ||
           w.mentions(".lora.up");
}

bool isLatentPipeline(const WeightSet& w) {
    return w.hasPrefix("first_stage_model.") || w.hasPrefix("cond_stage_model.") ||
           w.hasPrefix("conditioner.embedders.");
}

bool takesText(const WeightSet& w) {
    return w.mentions(".attn2.to_k.") || w.mentions(".encoder_kv.") || w.mentions("encoder_hid_proj.") ||
           (w.mentions(".transformer_blocks.") && w.hasPrefix("input_blocks."));
}

bool isTransformer(const WeightSet& w) {
    return w.hasPrefix("x_embedder.") || w.hasPrefix("double_blocks.") || w.hasPrefix("joint_blocks.") ||
           (w.hasPrefix("pos_embed") && w.hasPrefix("blocks.0."));
}

bool isClassifier(const WeightSet& w) {
    const bool encoder = w.hasPrefix("input_blocks.") && w.hasPrefix("middle_block.") && !w.hasPrefix("output_blocks.");
    return encoder || (w.hasPrefix("layer1.0.") && w.hasPrefix("fc.")) || w.hasPrefix("classifier.") ||
           w.hasPrefix("features.0.");
}

bool isAutoencoder(const WeightSet& w) {
    return w.hasPrefix("quant_conv.") || w.hasPrefix("post_quant_conv.") ||
           ((w.hasPrefix("encoder.down") || w.hasPrefix("encoder.conv_in")) &&
            (w.hasPrefix("decoder.up") || w.hasPrefix("decoder.conv_in")));
}

bool isTextEncoder(const WeightSet& w) {
    return w.hasPrefix("text_model.") || w.mentions("token_embedding.") ||
           w.hasPrefix("encoder.block.0.layer.0.SelfAttention");
}

bool isControl(const WeightSet& w) {
    return w.hasPrefix("controlnet_cond_embedding.") || w.hasPrefix("control_model.") || w.hasPrefix("zero_convs.");
}

bool isConsistencyEdm(const WeightSet& w) { return w.hasPrefix("map_noise.") || w.hasPrefix("model.map_noise."); }

bool isOptimizer(const WeightSet& w) {
    return std::all_of(w.weights().begin(), w.weights().end(), [](const StoredWeight& weight) {
        return weight.name == "exp_avg" || weight.name == "exp_avg_sq" || weight.name == "step" ||
               weight.name == "momentum_buffer" || weight.name == "max_exp_avg_sq" || weight.name == "square_avg";
    });
}

} // namespace

const OtherCheckpoint* otherCheckpoint(const WeightSet& weights) {
    static const std::array others{
        OtherCheckpoint{"weights that are added to those of another model (LoRA)",
                        "it changes another model and draws nothing by itself", isAdapter},
        OtherCheckpoint{"latent diffusion model with its autoencoder, as Stable Diffusion saves it",
                        "it draws inside an autoencoder and not pixels, which is not supported", isLatentPipeline},
        OtherCheckpoint{"control network", "it steers another model and draws nothing by itself", isControl},
        OtherCheckpoint{"diffusion model that is told a text", "it needs a text encoder, which is not supported",
                        takesText},
        OtherCheckpoint{"diffusion transformer", "transformers are not supported as priors", isTransformer},
        OtherCheckpoint{"classifier", "it tells what a picture shows and cannot draw one", isClassifier},
        OtherCheckpoint{"autoencoder", "it packs and unpacks pictures and is no prior by itself", isAutoencoder},
        OtherCheckpoint{"text encoder", "it reads words and draws nothing", isTextEncoder},
        OtherCheckpoint{"EDM network", "networks of the EDM family are not supported", isConsistencyEdm},
    };
    const auto found =
        std::find_if(others.begin(), others.end(), [&](const OtherCheckpoint& other) { return other.fits(weights); });
    return found == others.end() ? nullptr : &*found;
}

bool holdsOnlyOptimizers(const std::vector<WeightSet>& sets) {
    return !sets.empty() && std::all_of(sets.begin(), sets.end(), isOptimizer);
}

} // namespace palimpsest
