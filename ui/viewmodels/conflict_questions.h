#pragma once
#include "models/documents/merge_conflict.h"
#include "models/sync/conflict.h"
#include "ui/viewmodels/change_place.h"
#include <QList>
#include <optional>

namespace vox {

// The contents of a conflict: what all began from, what stands here, what came from elsewhere.
struct ConflictSides {
    QJsonObject before;
    QList<QJsonObject> heads; // two or more; mine first

    const QJsonObject &mine() const { return heads.first(); }
    // What the first head that has something there has.
    QJsonValue anyValue(const QString &path) const;
};

// One thing that several sides changed differently: what a person has to decide. Undefined values: it is not there.
struct ConflictQuestion {
    QString path; // items by id
    ChangePlace place;
    QJsonValue before;
    QList<QJsonValue> shown;        // what each side has there
    QList<QJsonValue> values;       // what can be taken: two or more, with every other edit that fits to it
    QList<int> valueOf;             // which of the values a side stands for; −1: it left this alone
    std::optional<QJsonValue> both; // when all the edits can stay

    bool has(bool (QJsonValue::*is)() const) const; // one of the values
};

// Something that needed no decision. A side that left it alone is undefined and not gone.
struct MergedChange {
    QString path;
    ChangePlace place;
    QJsonValue before;
    QList<QJsonValue> sides;
    QList<bool> gone; // that side removed it
};

// A comparison of all versions made ready for people.
struct ConflictPicture {
    QJsonObject merged;             // with everything nobody is asked about; where somebody is: mine
    QList<ConflictQuestion> questions;
    QList<MergedChange> oneSided;   // only one side changed them, or what they changed fits together
    QList<MergedChange> same;       // several made the same change
    int unchanged = 0;              // fields nobody touched
};

// Pure. Where nodes lie is never asked about: mine wins. A deleted node that the other side points to is one question.
// Of two sides.
ConflictPicture pictureOf(const ConflictSides &sides);
// Of any number, of which models/sync knows where they differ. `heads`: the revisions of the sides.
ConflictPicture pictureOf(const ConflictSides &sides, const QStringList &heads, const ConflictInfo &info);

// The content with this answer to that question. Removing a node removes its arrows; keeping one brings back those that
// the side that has it drew, as far as their outcomes are free.
QJsonObject withAnswer(const QJsonObject &content, const ConflictQuestion &question, const QJsonValue &answer, const ConflictSides &sides);

} // namespace vox
