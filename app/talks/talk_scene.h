#pragma once
#include "app/talks/talk.h"
#include <QHash>
#include <QStringList>
#include <optional>
#include <vector>

namespace vox {

// What a talk's caller, recogniser and tools know of each other: which words have sounded, and what the outside answers
// next. Shared by the parts of one running talk, on its executor; read by the checks once the call has ended.
struct TalkScene {
    struct Word {
        QString text;
        std::int64_t begin = 0, end = 0; // samples of the caller's line
    };
    struct Act {
        int line = 0;                    // of the file
        qint64 startUs = 0, endUs = 0;
    };

    explicit TalkScene(const Talk &talk);

    // The words whose sound lies in [begin, end).
    QString wordsIn(std::int64_t begin, std::int64_t end) const;
    // The next answer of this tool that no call has taken; nothing: the talk does not expect the call.
    std::optional<TalkLine> takeTool(const QString &name);
    std::optional<TalkLine> takeModel();

    std::int64_t delivered = 0;          // samples the line has given
    std::vector<Word> words;             // in order
    std::vector<Act> acts;               // what the caller did
    QStringList unexpected;              // calls nobody had announced
    QList<TalkLine> tools, models;       // answers not taken yet
    bool leftEarly = false;              // the caller had lines left that never came due
};

} // namespace vox
