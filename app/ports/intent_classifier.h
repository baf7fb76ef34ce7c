#pragma once
#include <QList>
#include <QString>
#include <QStringList>

namespace vox {

struct IntentScore {
    QString intent; // id of the intent
    double score = 0; // 0..1
};

// Tells which of an agent's intents an utterance means. Immutable once made, so any thread may ask; under a
// millisecond. Answers only with intents named in `among` (all when empty), best first.
class IntentClassifier {
public:
    virtual ~IntentClassifier() = default;
    virtual QList<IntentScore> classify(const QString &utterance, const QString &language, const QStringList &among) const = 0;
};

} // namespace vox
