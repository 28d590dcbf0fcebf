// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/benchmarks/quality_table.h"

#include "core/base/error.h"

#include <algorithm>
#include <charconv>
#include <iomanip>
#include <sstream>

namespace palimpsest {
namespace {

std::string line(const std::string& title, int width, const Quality& mean) {
    std::ostringstream text;
    text << std::left << std::setw(width) << title << std::right << std::fixed << std::setprecision(2) << std::setw(8)
         << mean.psnr << std::setprecision(4) << std::setw(8) << mean.ssim << std::setw(9) << mean.haarPsi
         << std::setprecision(0) << std::setw(7) << mean.evaluations << std::setprecision(2) << std::setw(8)
         << mean.seconds << "\n";
    return text.str();
}

} // namespace

std::string QualityTable::text(const std::vector<std::string>& kinds, const std::vector<std::string>& titles) const {
    std::size_t longest = 25;
    for (const std::string& title : titles) {
        longest = std::max(longest, title.size());
    }
    const int width = static_cast<int>(longest) + 1;
    std::ostringstream text;
    for (const std::string& kind : kinds) {
        const auto sums = sums_.find(kind);
        if (sums == sums_.end()) {
            continue;
        }
        text << "\n"
             << std::left << std::setw(width) << kind << std::right << std::setw(8) << "PSNR" << std::setw(8) << "SSIM"
             << std::setw(9) << "HaarPSI" << std::setw(7) << "NFE" << std::setw(8) << "s" << "\n";
        for (const std::string& title : titles) {
            if (const auto sum = sums->second.find(title); sum != sums->second.end()) {
                text << line(title, width, sum->second.mean());
            }
        }
    }
    return text.str();
}

std::vector<std::string> titlesOf(const std::vector<ComparedMethod>& rows) {
    std::vector<std::string> titles;
    for (const ComparedMethod& row : rows) {
        titles.push_back(row.title);
    }
    return titles;
}

BenchmarkArguments::BenchmarkArguments(const std::vector<std::string>& words, const std::vector<std::string>& known) {
    for (const std::string& word : words) {
        const auto equals = word.find('=');
        const std::string key = word.substr(0, equals);
        if (equals == std::string::npos || std::find(known.begin(), known.end(), key) == known.end()) {
            std::string list;
            for (const std::string& name : known) {
                list += (list.empty() ? "" : " ") + name + "=...";
            }
            throw Error(ErrorCode::badArgument, Message("the benchmark does not know \"%1\"", word),
                        Message("it takes %1", list));
        }
        values_[key] = word.substr(equals + 1);
    }
}

std::string BenchmarkArguments::text(const std::string& key, const std::string& fallback) const {
    const auto found = values_.find(key);
    return found == values_.end() ? fallback : found->second;
}

int BenchmarkArguments::number(const std::string& key, int fallback) const {
    if (!has(key)) {
        return fallback;
    }
    const std::string value = text(key);
    int number = 0;
    const auto [rest, failure] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (failure != std::errc{} || rest != value.data() + value.size()) {
        throw Error(ErrorCode::badArgument, Message("%1 is no whole number", key + "=" + value),
                    Message("for example %1=4", key));
    }
    return number;
}

std::vector<std::string> BenchmarkArguments::words(const std::string& key) const {
    std::vector<std::string> words;
    std::istringstream stream(text(key));
    for (std::string word; std::getline(stream, word, ',');) {
        if (!word.empty()) {
            words.push_back(word);
        }
    }
    return words;
}

} // namespace palimpsest
