#pragma once
#include "models/documents/merge_conflict.h"
#include "ui/viewmodels/change_place.h"
#include <QList>
#include <optional>

namespace vox {

// The three contents of a conflict: what both began from, what stands here, what came from elsewhere.
struct ConflictSides {
    QJsonObject before, mine, theirs;
};

// One thing both sides changed differently: what a person has to decide. Undefined values: it is not there.
struct ConflictQuestion {
    QString path; // items by id
    ChangePlace place;
    QJsonValue before, mine, theirs;
    std::optional<QJsonValue> both; // when both edits can stay
};

// Something that needed no decision. A side that left it alone is undefined.
struct MergedChange {
    QString path;
    ChangePlace place;
    QJsonValue before, mine, theirs;
    bool goneMine = false, goneTheirs = false; // that side removed it
};

// A three-way comparison made ready for people.
struct ConflictPicture {
    QJsonObject merged;             // with everything nobody is asked about; where somebody is: mine
    QList<ConflictQuestion> questions;
    QList<MergedChange> oneSided;   // only one side changed them
    QList<MergedChange> same;       // both made the same change
    int unchanged = 0;              // fields nobody touched
};

// Pure. Where nodes lie is never asked about: mine wins. A deleted node that the other side points to is one question.
ConflictPicture pictureOf(const ConflictSides &sides);

// The content with this answer to that question. Removing a node removes its arrows; keeping one brings back those that
// the side that has it drew, as far as their outcomes are free.
QJsonObject withAnswer(const QJsonObject &content, const ConflictQuestion &question, const QJsonValue &answer, const ConflictSides &sides);

} // namespace vox
