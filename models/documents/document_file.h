#pragma once
#include "models/base/problem.h"
#include "models/base/result.h"
#include "models/base/time.h"
#include "models/documents/kind_info.h"
#include <QByteArray>

namespace vox {

// A document as a file people exchange and keep under version control:
//     {"kind": "agent", "schema": 1, "content": {...}}
struct DocumentFile {
    QString kind;
    int schema = 1;
    QJsonObject content;
    bool readOnly = false; // of a newer schema: kept as it is
};

// Either the whole file or the reasons why not; nothing is half read.
struct ParsedFile {
    std::optional<DocumentFile> file;
    Problems problems; // errors when there is no file; warnings may stand beside one
};

// Reads a file of at most 16 MB. Refuses what is no JSON, of another kind, of an unknown shape or breaks the kind's
// rules, each with the place. List items without an id get one (made at `now`).
ParsedFile parseDocumentFile(const KindInfo &kind, const QByteArray &bytes, UtcMs now);

// Stable: equal documents give equal bytes; see prettyJson().
QByteArray writeDocumentFile(const KindInfo &kind, int schema, const QJsonObject &content);

// The line and column (from 1) a byte offset lies in, for messages about broken JSON.
struct TextPosition {
    int line = 1;
    int column = 1;
};
TextPosition positionOf(const QByteArray &text, qsizetype offset);

} // namespace vox
