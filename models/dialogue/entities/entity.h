#pragma once
#include "models/base/time.h"
#include <QJsonValue>
#include <QString>
#include <QStringList>
#include <QStringView>
#include <optional>

namespace vox {

// What surrounds an utterance: needed for "tomorrow" and for codes of a known shape.
struct EntityContext {
    QString language;
    UtcMs now;
    int utcOffsetMinutes = 0;
    QString pattern; // order_code: A a letter, 9 a digit, anything else itself ("AA-9999"); empty: letters and digits
};

// Something found in words: a value, where it stands, how sure (0..1).
struct Entity {
    QJsonValue value;
    qsizetype start = 0;
    qsizetype length = 0;
    double confidence = 0;
};

// Pure rules for Russian and English, spoken and written. `type`: "number" (number), "date" ("2026-05-03"), "time"
// ("15:30"), "phone" (E.164 text), "yes_no" (bool), "order_code" (upper-case text), "email" (text), "money"
// ({amount, currency}), "text" (everything said).
std::optional<Entity> findEntity(const QString &type, const QString &text, const EntityContext &context);
const QStringList &entityTypes();

// Words that help a recogniser expect the type.
QStringList entityPhrases(const QString &type, const QString &language);
// Listen::expects of a type.
QString entityExpectation(const QString &type);

} // namespace vox
