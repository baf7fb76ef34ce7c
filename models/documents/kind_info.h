#pragma once
#include "models/base/field.h"
#include "models/base/problem.h"
#include "models/base/result.h"
#include "models/documents/merge_conflict.h"
#include <QJsonObject>
#include <functional>

namespace vox {

// One kind of document as data: what the store, import, export, diff, merge and forms need to know. Listed in the
// explicit array of models/kinds/kinds.h. A value made once per program; any thread may read it.
struct KindInfo {
    using Validate = std::function<Problems(const QJsonObject &content)>;
    // A pure function from schema n to n + 1.
    using Upgrade = std::function<QJsonObject(QJsonObject content)>;

    // What fits together on each side but not in the merge of both.
    using CheckMerge = std::function<QList<MergeConflict>(const QJsonObject &merged)>;

    QString name;            // "agent"
    const char *context = "";
    const char *label = "";  // "Agent"
    int schema = 1;          // the newest schema this program knows
    FieldList fields;
    Validate validate;       // rules beyond the fields; called only on content that passed checkFields
    CheckMerge checkMerge;   // may be absent
    QList<Upgrade> upgrades; // upgrades[i] goes from schema i + 1 to i + 2; schema - 1 of them
};

// What became of stored content on reading.
struct ReadContent {
    QJsonObject content;
    int schema = 1;
    bool readOnly = false;   // written by a newer program: shown, never changed
};

// Content of `schema` brought up to the kind's own. Newer content comes back untouched and read-only.
ReadContent readContent(const KindInfo &kind, int schema, const QJsonObject &content);

// Everything a person must be told about this content: fields first, then the kind's rules.
Problems validate(const KindInfo &kind, const QJsonObject &content);

} // namespace vox
