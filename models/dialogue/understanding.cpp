#include "models/dialogue/understanding.h"
#include "models/dialogue/retrieval/words.h"
#include <QSet>
#include <algorithm>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr double leastShare = 0.5;
// Shared words alone are weaker than a whole example.
constexpr double partOfWhole = 0.9;

} // namespace

QString exampleKey(const QString &text, const QString &language)
{
    QStringList stems = stemsOf(text, language, false);
    std::sort(stems.begin(), stems.end());
    return stems.join(u' ');
}

QList<IntentGuess> matchExamples(const Program::Compiled &program, const QString &text, const QString &language)
{
    auto examples = program.examples.find(language);
    for (auto it = program.examples.begin(); examples == program.examples.end() && it != program.examples.end(); ++it)
        if (it.key().section(u'-', 0, 0) == language.section(u'-', 0, 0)) examples = it;
    if (examples == program.examples.end()) return {};
    const QStringList said = exampleKey(text.left(500), language).split(u' ', Qt::SkipEmptyParts);
    if (said.isEmpty()) return {};
    const QSet<QString> saidSet(said.begin(), said.end());
    QHash<QString, double> scores;
    for (auto it = examples->begin(); it != examples->end(); ++it) {
        const QStringList words = it.key().split(u' ', Qt::SkipEmptyParts);
        const auto shared = std::count_if(words.begin(), words.end(), [&](const QString &word) { return saidSet.contains(word); });
        const double all = double(words.size()) + double(said.size()) - double(shared);
        const double share = words == said ? 1.0 : all > 0 ? partOfWhole * double(shared) / all : 0.0;
        if (share < leastShare) continue;
        for (const QString &intent : it.value()) scores[intent] = std::max(scores.value(intent), share);
    }
    QList<IntentGuess> out;
    for (auto it = scores.begin(); it != scores.end(); ++it) out.append({it.key(), it.value()});
    std::sort(out.begin(), out.end(), [](const IntentGuess &a, const IntentGuess &b) { return a.score != b.score ? a.score > b.score : a.intent < b.intent; });
    return out;
}

} // namespace vox
