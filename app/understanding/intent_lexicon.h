#pragma once
#include "app/understanding/intent_model.h"
#include <QHash>

namespace vox {

// How well an utterance's words are words of an intent's examples: what keeps fastText, which is always sure, honest about
// what it never saw. Immutable; any thread.
class IntentLexicon {
public:
    explicit IntentLexicon(const QList<IntentModel::Intent> &intents);
    // 0..1 for intent i: 1 says an example word by word, 0 shares nothing with any. Rare words count most.
    double match(qsizetype intent, const QStringList &stems) const;

private:
    double weight(const QString &stem) const;

    QList<IntentModel::Intent> m_intents;
    QHash<QString, int> m_uses; // how many classes and background sentences use a stem
    int m_documents = 0;
};

} // namespace vox
