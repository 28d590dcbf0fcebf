// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/containers/safetensors_syntax.h"

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/containers/checked_shape.h"
#include "core/containers/file_refusal.h"

#include <nlohmann/json.hpp>

#include <limits>
#include <unordered_set>

namespace palimpsest {
namespace {

/// The parser's calls, in the order of the text. `where_` is the value that is open.
class HeaderEvents : public nlohmann::json_sax<Json> {
public:
    explicit HeaderEvents(const std::string& origin) : origin_(origin) {}

    SafetensorsHeader take() { return std::move(header_); }

    bool null() override { return other("null"); }
    bool boolean(bool value) override { return other(value ? "true" : "false"); }
    bool number_integer(number_integer_t value) override { return other(std::to_string(value)); }
    bool number_float(number_float_t, const string_t& text) override { return other(text); }
    bool binary(binary_t&) override { return other("binary"); }

    bool number_unsigned(number_unsigned_t value) override {
        if (where_ == Where::shape) {
            addSide(value);
        } else if (where_ == Where::offsets) {
            if (offsetCount_ == 2) {
                refuse(Message("the data_offsets of %1 are not a pair", entryName()));
            }
            (offsetCount_++ == 0 ? entry().begin : entry().end) = value;
        } else {
            other(std::to_string(value));
        }
        return true;
    }

    bool string(string_t& text) override {
        if (where_ == Where::metadata) {
            header_.metadata.emplace(key_, text);
        } else if (where_ == Where::entry && key_ == "dtype") {
            setType(text);
        } else {
            other("\"" + text + "\"");
        }
        return true;
    }

    bool start_object(std::size_t) override {
        if (where_ == Where::outside) {
            where_ = Where::header;
        } else if (where_ == Where::header && key_ == "__metadata__") {
            where_ = Where::metadata;
        } else if (where_ == Where::header) {
            where_ = Where::entry;
            fields_ = 0;
            header_.entries.emplace_back().info.name = key_;
        } else {
            other("{");
        }
        return true;
    }

    bool key(string_t& text) override {
        key_ = text;
        if (where_ == Where::header) {
            if (!names_.insert(text).second) {
                refuse(Message("it has \"%1\" twice", shown(text)));
            }
            if (!isPlainUtf8(text)) {
                refuse(Message("the name \"%1\" holds control characters", shown(text)));
            }
        } else if (where_ == Where::metadata && header_.metadata.contains(text)) {
            refuse(Message("__metadata__ has \"%1\" twice", shown(text)));
        } else if (where_ == Where::entry) {
            addField(text);
        }
        return true;
    }

    bool end_object() override {
        if (where_ == Where::entry && fields_ != kAllFields) {
            refuseFields();
        }
        where_ = where_ == Where::header ? Where::outside : Where::header;
        return true;
    }

    bool start_array(std::size_t) override {
        if (where_ == Where::entry && key_ == "shape") {
            where_ = Where::shape;
        } else if (where_ == Where::entry && key_ == "data_offsets") {
            where_ = Where::offsets;
            offsetCount_ = 0;
        } else {
            other("[");
        }
        return true;
    }

    bool end_array() override {
        if (where_ == Where::offsets && offsetCount_ != 2) {
            refuse(Message("the data_offsets of %1 are not a pair", entryName()));
        }
        where_ = Where::entry;
        return true;
    }

    bool parse_error(std::size_t, const std::string&, const Json::exception& error) override {
        const std::string cause =
            error.what(); // "[json.exception.parse_error.101] parse error at line 1, column 11: ..."
        throw Error(ErrorCode::badInput,
                    Message("\"%1\" is not a valid safetensors file: its header is not valid JSON", origin_),
                    Message::verbatim(shown(cause.substr(cause.find("] ") + 2))));
    }

private:
    enum class Where { outside, header, metadata, entry, shape, offsets };
    static constexpr unsigned kAllFields = 7;

    [[noreturn]] void refuse(const Message& rule) const { throw invalidFile(origin_, "safetensors", rule); }
    [[noreturn]] void refuseFields() const {
        refuse(Message("the entry %1 must have dtype, shape and data_offsets, and nothing else", entryName()));
    }

    SafetensorsEntry& entry() { return header_.entries.back(); }
    std::string entryName() const { return "\"" + shown(header_.entries.back().info.name) + "\""; }

    void addField(const std::string& name) {
        const unsigned bit = name == "dtype" ? 1 : name == "shape" ? 2 : name == "data_offsets" ? 4 : 0;
        if (bit == 0) {
            refuseFields();
        }
        if ((fields_ & bit) != 0) {
            refuse(Message("the entry %1 has %2 twice", entryName(), name));
        }
        fields_ |= bit;
    }

    void setType(const std::string& name) {
        const auto type = elementTypeNamed(name);
        if (!type) {
            refuse(Message("the dtype %1 of %2 is unknown", shown(name), entryName()));
        }
        entry().info.type = *type;
    }

    void addSide(std::uint64_t side) {
        if (side > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
            refuse(Message("the shape of %1 is larger than memory can be", entryName()));
        }
        if (entry().info.shape.size() == kMostDimensions) {
            refuse(Message("the shape of %1 has more than 64 dimensions", entryName()));
        }
        entry().info.shape.push_back(static_cast<std::int64_t>(side));
    }

    /// A value that is not what its place asks for.
    bool other(const std::string& value) const {
        switch (where_) {
        case Where::outside:
            refuse("its header is not a JSON object");
        case Where::header:
            if (key_ == "__metadata__") {
                refuse("__metadata__ is not an object");
            }
            refuse(Message("the entry \"%1\" must have dtype, shape and data_offsets, and nothing else", shown(key_)));
        case Where::metadata:
            refuse(Message("__metadata__ holds something other than text under \"%1\"", shown(key_)));
        case Where::entry:
            if (key_ == "dtype") {
                refuse(Message("the dtype %1 of %2 is unknown", shown(value), entryName()));
            }
            refuse(key_ == "shape" ? Message("the shape of %1 is not a list", entryName())
                                   : Message("the data_offsets of %1 are not a pair", entryName()));
        default:
            refuse(Message("%1 has a shape or an offset that is not a whole number", entryName()));
        }
    }

    std::string origin_;
    SafetensorsHeader header_;
    Where where_ = Where::outside;
    std::string key_; ///< the last one
    std::unordered_set<std::string> names_;
    unsigned fields_ = 0; ///< of the open entry: 1 dtype, 2 shape, 4 data_offsets
    int offsetCount_ = 0;
};

} // namespace

SafetensorsHeader parseSafetensorsJson(std::string_view text, const std::string& origin) {
    HeaderEvents events(origin);
    Json::sax_parse(text, &events);
    return events.take();
}

} // namespace palimpsest
