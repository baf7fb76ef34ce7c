#pragma once
#include "models/base/problem.h"
#include "models/base/result.h"
#include "models/documents/release.h"
#include <QList>
#include <QMap>
#include <optional>

namespace vox {

class Store;

// What publishing would change about one document.
struct ReleaseChange {
    DocumentId document;
    QString kind;
    QString name;
    RevisionId before;  // empty: it was not published
    RevisionId after;   // empty: it is taken out
    friend bool operator==(const ReleaseChange &, const ReleaseChange &) = default;
};

// Something that stands in the way of publishing a document: an error of its rules, or a conflict nobody has decided.
struct PublishBlock {
    DocumentId document;
    QString name;
    bool conflict = false;
    Problems problems;  // its errors
};

// What an environment would become: the release it has with some documents at other revisions, closed over what they refer
// to.
struct PublishPlan {
    Environment environment = Environment::Staging;
    QMap<DocumentId, RevisionId> documents; // all of the release to be
    QList<ReleaseChange> changes;           // against what is published now, by name
    QList<PublishBlock> blocks;             // empty: it may be published
    qint64 generation = 0;                  // of the environment the plan was made for
};

// Which documents are taken as they stand (their newest revision); the rest stays as it is published. Deleted ones are taken
// out. Empty: every document there is. On a store's thread, like everything here; pure but for the store.
Result<PublishPlan> planPublishing(Store &store, Environment environment, const QList<DocumentId> &take = {});
// The same for a release that exists: promotion, or going back further than one step.
Result<PublishPlan> planRelease(Store &store, Environment environment, const QString &release);

// The same for exactly these revisions: what somebody looked at before he pressed the button, or what a host runs.
Result<PublishPlan> planDocuments(Store &store, Environment environment, const QMap<DocumentId, RevisionId> &documents);

struct Publication {
    QString author;
    QString message;
    UtcMs now;
    UtcMs at;           // later than now: it waits for its time; at most one waits per environment
};
// Makes the release and points the environment to it. AgentInvalid {name, errors} and Conflict {name} for what blocks
// it; Conflict {environment} when the environment moved since the plan.
Result<EnvironmentState> publish(Store &store, const PublishPlan &plan, const Publication &publication);
// Back to what was published before; once more takes it forward again. NotFound when there is nothing before.
Result<EnvironmentState> rollBack(Store &store, Environment environment, const QString &author, UtcMs now);
Result<EnvironmentState> cancelScheduled(Store &store, Environment environment, const QString &author, UtcMs now);
// Moves every environment whose time has come; answers those that moved. Safe to call by several at once.
Result<QList<EnvironmentState>> publishDue(Store &store, UtcMs now);

// What differs between two releases; an empty id is one without documents. By name.
Result<QList<ReleaseChange>> compareReleases(Store &store, const QString &before, const QString &after);
// What differs between what is published and what stands now (drafts). `before` is published, `after` the newest.
Result<QList<ReleaseChange>> draftDrift(Store &store, Environment environment);

} // namespace vox
