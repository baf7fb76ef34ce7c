#pragma once
#include "models/base/ids.h"
#include "models/base/json_codec.h"
#include "models/base/time.h"
#include "models/documents/revision.h"
#include <QMap>
#include <QString>
#include <array>
#include <optional>

namespace vox {

// Where agents run. Draft is what is being edited and needs no release; the other two point to one.
enum class Environment { Draft, Staging, Production };

template <> struct EnumNames<Environment> {
    static constexpr const char *context = "Environment";
    static constexpr std::array all{
        EnumName<Environment>{Environment::Draft, "draft", QT_TRANSLATE_NOOP("Environment", "Draft")},
        EnumName<Environment>{Environment::Staging, "staging", QT_TRANSLATE_NOOP("Environment", "Staging")},
        EnumName<Environment>{Environment::Production, "production", QT_TRANSLATE_NOOP("Environment", "Production")},
    };
};

// An immutable map document -> revision, closed over references, so that what ran can be replayed exactly. A value.
struct Release {
    int number = 0;                     // the version people speak of: 1, 2, ... per workspace, given by its authority
    QMap<DocumentId, RevisionId> documents;
    QString author;                     // person's id or name as in Revision
    UtcMs created;
    QString message;

    // SHA-256 of the RFC 8785 form of {documents, author, created_utc_ms, message, number}.
    QString id() const;
    friend bool operator==(const Release &, const Release &) = default;
};

// Where an environment stands. Moved only by compare-and-swap of `generation`.
struct EnvironmentState {
    Environment environment = Environment::Staging;
    QString release;                    // id; empty: nothing was published yet
    QString previous;                   // what "roll back" returns to; empty: nothing
    qint64 generation = 0;              // grows with each move
    QString changedBy;
    UtcMs changed;
    // A publication that waits for its time; empty `scheduledRelease`: none.
    QString scheduledRelease;
    UtcMs scheduledFor;
    QString scheduledBy;
    friend bool operator==(const EnvironmentState &, const EnvironmentState &) = default;
};

} // namespace vox
