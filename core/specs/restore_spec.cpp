// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/specs/restore_spec.h"

#include "core/specs/spec_fields.h"

#include <nlohmann/json.hpp>

namespace palimpsest {
namespace {

constexpr double kLargestSeed = 9007199254740991.0; // 2^53 - 1: exact in JSON readers that know doubles only

ParameterSchema word(std::string name, std::string value, std::string description, bool advanced) {
    return {.name = std::move(name), .type = ParameterType::text, .defaultValue = std::move(value),
            .description = std::move(description), .advanced = advanced};
}

ParameterSchema choice(std::string name, std::vector<std::string> choices, std::string description, bool advanced) {
    const std::string first = choices.front();
    return {.name = std::move(name), .type = ParameterType::choice, .defaultValue = first,
            .description = std::move(description), .choices = std::move(choices), .advanced = advanced};
}

ParameterSchema whole(std::string name, std::int64_t value, double minimum, double maximum, std::string unit,
                      std::string description, bool advanced) {
    return {.name = std::move(name), .type = ParameterType::integer, .defaultValue = value, .minimum = minimum,
            .maximum = maximum, .unit = std::move(unit), .description = std::move(description), .advanced = advanced};
}

ParameterSchema flag(std::string name, std::string description, bool advanced) {
    return {.name = std::move(name), .type = ParameterType::boolean, .defaultValue = false,
            .description = std::move(description), .advanced = advanced};
}

/// "auto" may be written for the default.
ParameterSchema orAuto(ParameterSchema schema) {
    schema.defaultWord = "auto";
    return schema;
}

const SpecFields<RestoreSpec>& fields() {
    using S = RestoreSpec;
    static const SpecFields<S> table = {
        {choice("task", {"inpaint", "colorize", "upscale", "deblur", "denoise", "old-photo", "dejpeg", "declip"}, "What is to be restored.", false), &S::task},
        {word("method", "auto", "How it is restored; auto takes the default that the search found.", false), &S::method},
        {word("prior", "photo", "Id of an installed prior, or the folder of one.", false), &S::prior},
        {whole("class", -1, -1, 100000, "", "What a class-conditional prior shall draw, by its number; -1: the prior has no classes.", true),
         &S::classLabel},
        {choice("start", {"auto", "noise", "estimate"}, "Begin from pure noise, or from a first estimate.", true), &S::start},
        {word("estimate", "auto",
              "The first estimate: auto, photo-fill, telea, navier-stokes, fsr, or the path of a picture.", true),
         &S::estimate},
        {{.name = "t0", .type = ParameterType::real, .defaultValue = -1.0, .minimum = -1, .maximum = 1,
          .description = "How far the first estimate is noised before the prior takes over, 0 (kept) to 1 (forgotten); "
                         "-1 takes the method's default.",
          .advanced = true},
         &S::t0},
        {whole("steps", 0, 0, 1000, "evaluations",
               "Network evaluations per level of the pyramid; 0 takes the method's default.", false),
         &S::steps},
        {choice("step-rule", {"auto", "ddpm", "ddim", "dpmpp-2m", "predictor-corrector", "renoise"}, "How one step goes from a noise level to the next.", true), &S::stepRule},
        {{.name = "sigma", .type = ParameterType::real, .defaultValue = -1.0, .minimum = -1, .maximum = 1,
          .description = "Standard deviation of the noise, where white is 1; auto (-1) estimates it from the picture.",
          .defaultWord = "auto"},
         &S::sigma},
        {{.name = "factor", .type = ParameterType::integer, .defaultValue = std::int64_t{4}, .minimum = 2, .maximum = 8,
          .description = "How many times wider and higher the picture becomes: 2, 4 or 8."},
         &S::factor},
        {choice("downsampling", {"area", "bicubic"}, "How the small picture came about.", true), &S::downsampling},
        {word("kernel", "auto",
              "The blur: gaussian:SIGMA, motion:LENGTH,ANGLE, disk:RADIUS (pixels and degrees), none, or a picture of it; auto "
              "is gaussian:1.6, and none for an old photo.",
              false),
         &S::kernel},
        {choice("boundary", {"real", "circular"}, "What the blur saw beyond the rim: the real scene, or the other side.", true),
         &S::boundary},
        {orAuto(whole("quality", 0, 0, 100, "", "The quality with which the JPEG was saved, 1 to 100; auto (0) reads it from the file.", false)),
         &S::quality},
        {{.name = "headroom", .type = ParameterType::real, .defaultValue = 1.5, .minimum = 1.05, .maximum = 8,
          .description = "How many times brighter than white the lost highlights may have been; the result is darker by as much."},
         &S::headroom},
        {choice("clipped", {"highlights", "shadows", "both"}, "What was cut off.", false), &S::clipped},
        {flag("keep-colours", "The old picture still has its colours, and keeps them.", false), &S::keepColours},
        {flag("degrade", "The picture is a clean one: damage it first as the task describes, for study.", true), &S::degrade},
        {whole("seed", 0, 0, kLargestSeed, "", "Equal seeds give equal results.", false), &S::seed},
        {whole("samples", 1, 1, 64, "", "Number of variants.", false), &S::samples},
        {whole("grow", 0, 0, 256, "px", "How far beyond the mask the picture is restored.", true), &S::grow},
        {whole("feather", 0, 0, 256, "px", "Width of the rim in which the result fades into the picture.", true), &S::feather},
        {whole("tile", 0, 0, 4096, "px", "Side of the largest piece that the network sees at once; 0: the method's.",
               true),
         &S::tile},
        {word("device", "auto", "Where to compute: auto, cpu, cuda or cuda:N.", true), &S::device},
        {choice("precision", {"auto", "fp32", "bf16", "fp16"}, "Number format of the network.", true), &S::precision},
        {whole("threads", 0, 0, 1024, "", "Processor threads; 0 uses all cores.", true), &S::threads},
    };
    return table;
}

const std::string kOwner = "the restoration";

} // namespace

const ParameterSchemas& restoreSchemas() {
    static const ParameterSchemas schemas = schemasOf(fields());
    return schemas;
}

void validate(const RestoreSpec& spec) {
    validateFields(fields(), spec, kOwner);
    if (spec.factor != 2 && spec.factor != 4 && spec.factor != 8) {
        throw Error(ErrorCode::badArgument, "the factor " + std::to_string(spec.factor) + " is none of 2, 4 and 8",
                    "give one of them; two runs after each other reach 16");
    }
    if (spec.sigma < 0 && spec.sigma != -1) {
        throw Error(ErrorCode::badArgument, "the noise cannot be negative, as sigma = " + toText(ParameterValue(spec.sigma)) + " says",
                    "use 0 to 1, or auto (-1) to have it estimated from the picture");
    }
    if (spec.t0 == 0) {
        throw Error(ErrorCode::badArgument, "t0 = 0 would return the first estimate unchanged",
                    "use a t0 between 0.01 and 1, or --method fill");
    }
}

void setField(RestoreSpec& spec, const std::string& name, const ParameterValue& value) {
    write(spec, fieldNamed(fields(), name, kOwner), value, kOwner);
}

ParameterValue field(const RestoreSpec& spec, const std::string& name) {
    return read(spec, fieldNamed(fields(), name, kOwner));
}

Json toJson(const RestoreSpec& spec) {
    Json json = toJson(valuesOf(fields(), spec));
    json["parameters"] = toJson(spec.parameters);
    return json;
}

RestoreSpec restoreSpecFromJson(const Json& json) {
    if (!json.is_object()) {
        throw Error(ErrorCode::badInput, "a restoration must be a JSON object");
    }
    Json plain = json;
    RestoreSpec spec;
    if (const auto parameters = plain.find("parameters"); parameters != plain.end()) {
        if (!parameters->is_object()) {
            throw Error(ErrorCode::badInput, kOwner + ": \"parameters\" must be a JSON object of named values");
        }
        for (const auto& [name, value] : parameters->items()) {
            // The method's own schemas check these when the job is planned.
            const bool isReal = value.is_number_float();
            spec.parameters[name] = parametersFromJson(
                {{.name = name, .type = value.is_boolean() ? ParameterType::boolean
                                        : isReal           ? ParameterType::real
                                        : value.is_number() ? ParameterType::integer
                                                            : ParameterType::text,
                  .minimum = -1e15, .maximum = 1e15}},
                Json{{name, value}}, kOwner)[name];
        }
        plain.erase("parameters");
    }
    for (const auto& [name, value] : parametersFromJson(restoreSchemas(), plain, kOwner)) {
        setField(spec, name, value);
    }
    validate(spec);
    return spec;
}

} // namespace palimpsest
