// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/benchmarks/calibration_plot.h"

#include <algorithm>
#include <sstream>

namespace palimpsest {
namespace {

// Pixels of the drawing.
constexpr double kPanel = 240;
constexpr double kGap = 60;
constexpr double kTop = 40;
constexpr double kLegendRow = 18;
constexpr int kLegendColumns = 4;

/// Twelve hues that stay apart on white.
constexpr std::array<const char*, 12> kColours{"#000000", "#1f77b4", "#ff7f0e", "#2ca02c", "#d62728", "#9467bd",
                                               "#8c564b", "#e377c2", "#7f7f7f", "#bcbd22", "#17becf", "#1a55a3"};

constexpr double kLeast = 0.25; // of both axes, which end at 1

double place(double share) { return std::clamp((share - kLeast) / (1 - kLeast), 0.0, 1.0) * kPanel; }

/// What is drawn of one panel, its lower left corner at (x, y).
class Panel {
public:
    Panel(std::ostringstream& svg, double x, double y) : svg_(svg), x_(x), y_(y) {}

    void frame(const std::string& title) const {
        svg_ << "<rect x='" << x_ << "' y='" << y_ - kPanel << "' width='" << kPanel << "' height='" << kPanel
             << "' fill='none' stroke='#999'/>\n<text x='" << x_ + kPanel / 2 << "' y='" << y_ - kPanel - 10
             << "' text-anchor='middle' font-weight='bold'>" << title << "</text>\n";
        line(kLeast, kLeast, 1, 1, "stroke='#bbb' stroke-dasharray='5 4'");
        for (const double share : kNominalShares) {
            line(share, kLeast, share, 1, "stroke='#eee'");
            svg_ << "<text x='" << x_ + place(share) << "' y='" << y_ + 16 << "' text-anchor='middle'>" << share * 100
                 << " %</text>\n"
                 << "<text x='" << x_ - 6 << "' y='" << y_ - place(share) + 4 << "' text-anchor='end'>" << share * 100
                 << " %</text>\n";
        }
    }

    void curve(const std::array<double, 3>& covered, const char* colour) const {
        svg_ << "<polyline fill='none' stroke='" << colour << "' stroke-width='2' points='";
        for (std::size_t i = 0; i < covered.size(); ++i) {
            svg_ << x_ + place(kNominalShares[i]) << "," << y_ - place(covered[i]) << " ";
        }
        svg_ << "'/>\n";
        for (std::size_t i = 0; i < covered.size(); ++i) {
            svg_ << "<circle cx='" << x_ + place(kNominalShares[i]) << "' cy='" << y_ - place(covered[i])
                 << "' r='3' fill='" << colour << "'/>\n";
        }
    }

private:
    void line(double fromX, double fromY, double toX, double toY, const char* style) const {
        svg_ << "<line x1='" << x_ + place(fromX) << "' y1='" << y_ - place(fromY) << "' x2='" << x_ + place(toX)
             << "' y2='" << y_ - place(toY) << "' " << style << "/>\n";
    }

    std::ostringstream& svg_;
    double x_;
    double y_;
};

void drawLegend(std::ostringstream& svg, const std::vector<std::string>& titles, double top, double columnWidth) {
    for (std::size_t i = 0; i < titles.size(); ++i) {
        const double x = kGap + columnWidth * static_cast<double>(i % kLegendColumns);
        const double y = top + kLegendRow * static_cast<double>(i / kLegendColumns);
        svg << "<line x1='" << x << "' y1='" << y - 4 << "' x2='" << x + 24 << "' y2='" << y - 4 << "' stroke='"
            << kColours[i % kColours.size()] << "' stroke-width='3'/>\n<text x='" << x + 30 << "' y='" << y << "'>"
            << titles[i] << "</text>\n";
    }
}

} // namespace

std::string calibrationPlot(const std::vector<MeasuredTrial>& trials) {
    std::vector<std::string> titles;
    for (const auto& [trial, covered] : trials) {
        if (std::find(titles.begin(), titles.end(), trial.title) == titles.end()) {
            titles.push_back(trial.title);
        }
    }
    const auto& problems = calibrationProblems();
    const double width = kGap + (kPanel + kGap) * static_cast<double>(problems.size());
    const double bottom = kTop + kPanel;
    const double rows = static_cast<double>((titles.size() + kLegendColumns - 1) / kLegendColumns);
    std::ostringstream svg;
    svg << "<svg xmlns='http://www.w3.org/2000/svg' width='" << width << "' height='" << bottom + 60 + kLegendRow * rows
        << "' font-family='sans-serif' font-size='12'>\n<rect width='100%' height='100%' fill='white'/>\n";
    for (std::size_t i = 0; i < problems.size(); ++i) {
        const Panel panel(svg, kGap + (kPanel + kGap) * static_cast<double>(i), bottom);
        panel.frame(problems[i]);
        for (const auto& [trial, covered] : trials) {
            if (trial.problem == problems[i]) {
                const auto index =
                    static_cast<std::size_t>(std::find(titles.begin(), titles.end(), trial.title) - titles.begin());
                panel.curve(covered, kColours[index % kColours.size()]);
            }
        }
    }
    svg << "<text x='" << width / 2 << "' y='" << bottom + 34
        << "' text-anchor='middle'>claimed share (across) and share of truths held (up)</text>\n";
    drawLegend(svg, titles, bottom + 60, (width - kGap) / kLegendColumns);
    svg << "</svg>\n";
    return svg.str();
}

} // namespace palimpsest
