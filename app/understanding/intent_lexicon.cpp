#include "app/understanding/intent_lexicon.h"
#include "app/understanding/normalised_words.h"
#include <QSet>
#include <algorithm>
#include <cmath>

namespace vox {

namespace {

// 1 for equal stems; words that share most letter pairs count a little less, so that typing and hearing errors are forgiven.
double alike(const QString &a, const QString &b)
{
    if (a == b) return 1;
    if (a.size() < 4 || b.size() < 4 || a[0] != b[0]) return 0;
    int shared = 0;
    for (qsizetype i = 0; i + 1 < a.size(); ++i)
        for (qsizetype k = std::max<qsizetype>(0, i - 1); k <= i + 1 && k + 1 < b.size(); ++k)
            if (a[i] == b[k] && a[i + 1] == b[k + 1]) {
                ++shared;
                break;
            }
    const double dice = 2.0 * shared / double(a.size() + b.size() - 2);
    return dice >= 0.6 ? 0.9 * std::min(1.0, dice) : 0;
}

double bestLike(const QString &stem, const QStringList &among)
{
    double best = 0;
    for (const QString &each : among) best = std::max(best, alike(stem, each));
    return best;
}

} // namespace

IntentLexicon::IntentLexicon(const QList<IntentModel::Intent> &intents) : m_intents(intents)
{
    const auto count = [this](const QSet<QString> &stems) {
        for (const QString &stem : stems) ++m_uses[stem];
        ++m_documents;
    };
    for (const auto &intent : intents) {
        QSet<QString> all;
        for (const QStringList &example : intent.examples) all.unite({example.begin(), example.end()});
        count(all);
    }
    for (const QString &sentence : backgroundSentences()) {
        const QStringList stems = stemsOf(normalisedWords(sentence));
        count({stems.begin(), stems.end()});
    }
}

double IntentLexicon::weight(const QString &stem) const
{
    return std::log((m_documents + 1.0) / (m_uses.value(stem) + 1.0)) + 0.1;
}

double IntentLexicon::match(qsizetype intent, const QStringList &stems) const
{
    if (stems.isEmpty()) return 0;
    QStringList vocabulary;
    for (const QStringList &example : m_intents[intent].examples) vocabulary += example;
    vocabulary.removeDuplicates();

    double said = 0;
    double known = 0;
    for (const QString &stem : stems) {
        said += weight(stem);
        known += weight(stem) * bestLike(stem, vocabulary);
    }
    const double precision = known / said;

    double recall = 0; // of the example that fits best
    for (const QStringList &example : m_intents[intent].examples) {
        double all = 0;
        double met = 0;
        for (const QString &stem : example) {
            all += weight(stem);
            met += weight(stem) * bestLike(stem, stems);
        }
        if (all > 0) recall = std::max(recall, met / all);
    }
    return std::sqrt(precision * recall);
}

} // namespace vox
