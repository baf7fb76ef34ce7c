#pragma once
#include <QList>
#include <QStringView>
#include <optional>

namespace vox::kit {

// How a typed text matches a title: its letters in order, case-blind, words first. Pure.
struct FuzzyMatch {
    int score = 0;                     // larger is better
    QList<std::pair<int, int>> ranges; // start and length of what matched, in order
};

// None when a letter is missing. An empty query matches all with score 0.
std::optional<FuzzyMatch> fuzzyMatch(QStringView query, QStringView title);

} // namespace vox::kit
