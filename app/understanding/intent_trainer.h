#pragma once
#include "models/base/result.h"
#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>
#include <atomic>

namespace vox {

// What an agent listens for, in one language.
struct IntentExamples {
    QString intent;   // id
    QString language; // BCP 47
    QStringList phrases;
};

// Trains a model of an agent's intents: fastText over characters and stems, all languages in one. Deterministic: equal
// examples in equal order give equal bytes (about 2 MB). Blocks for some 0.3 s: call it in a job, one at a time is enough.
// Errors: BadValue when there is no example at all, Cancelled.
Result<QByteArray> trainIntents(const QList<IntentExamples> &examples, const std::atomic_bool &cancelled);

} // namespace vox
